package fi.vastine.desktop.inbox;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Progress;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox shows: tab, filter, the lines on the screen, and the cursor.
 *
 * <p>The cursor is a case, not a place: cases that come and go do not move it, and a case that leaves the list stays open.
 * To be used on the screen's thread; arranging and filtering run on the list's lane.
 */
public final class InboxViewModel {
    private static final int WINDOW = 400;
    private static final Duration REST = Duration.ofMillis(120);
    private static final Duration UNTIL_NEW_DAY = Duration.ofMinutes(1);

    private final PersonId reader;
    private final Background background;
    private final Texts texts;
    private final Times times;

    private final ObjectProperty<InboxTab> tab = new SimpleObjectProperty<>(InboxTab.WAITING);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable UnitId> unit = new SimpleObjectProperty<>();
    private final ObservableList<InboxLine> lines = FXCollections.observableArrayList();
    private final ObservableList<UnitId> units = FXCollections.observableArrayList();
    private final ObservableList<InboxTab> tabs =
            FXCollections.observableArrayList(InboxTab.WAITING, InboxTab.READING, InboxTab.HANDLED, InboxTab.ALL);
    // Views of a list listen weakly: kept here, or what listens to them would fall silent.
    private final ObservableList<UnitId> unitsToSee = FXCollections.unmodifiableObservableList(units);
    private final ObservableList<InboxTab> tabsToSee = FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<Map<InboxTab, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Emptiness> emptiness = new ReadOnlyObjectWrapper<>(Emptiness.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable CaseId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CaseId> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Progress> firstPull = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty connected = new SimpleBooleanProperty(true);

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    private final Set<CaseId> seen = ConcurrentHashMap.newKeySet();
    private Book book = Book.EMPTY;
    private LocalDate today;
    private int window = WINDOW;
    private int cursor = -1;
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Arrangement shown;
    private Background.Cancellable opening = () -> {};
    private Background.Cancellable newDay;

    /**
     * Nothing is shown before the first book.
     *
     * @param openedBefore cases that are not unread, although nobody has taken them up
     */
    public InboxViewModel(PersonId reader, Set<CaseId> openedBefore, Background background, Texts texts, Times times) {
        this.reader = reader;
        this.seen.addAll(openedBefore);
        this.background = background;
        this.texts = texts;
        this.times = times;
        this.today = times.today();
        tab.subscribe(ignored -> anew());
        filter.subscribe(ignored -> anew());
        unit.subscribe(ignored -> anew());
        texts.language().subscribe(ignored -> arrange());
        connected.subscribe(ignored -> judgeEmptiness());
        newDay = background.after(UNTIL_NEW_DAY, this::lookAtTheDay);
    }

    /** Looks for no new day any more. */
    public void close() {
        newDay.cancel();
    }

    /** Why the list is empty, when it is. */
    public enum Emptiness {
        NOT_EMPTY,
        /** No book has come yet, or its cases are still being fetched. */
        LOADING,
        /** Cases are still to be fetched, and there is no connection. */
        WAITING_FOR_CONNECTION,
        /** The filter finds nothing. */
        NOTHING_FOUND,
        NOTHING_TO_DO
    }

    /** Takes the next book; to be called at most once a pulse. */
    public void accept(Book next) {
        book = next;
        List<UnitId> inScope = next.scope().units().stream()
                .filter(each ->
                        !each.equals(UnitId.TRIAGE) && next.reference().units().containsKey(each))
                .toList();
        if (!units.equals(inScope)) {
            units.setAll(inScope);
        }
        boolean routes = next.scope().roles().contains(Role.QUALITY);
        if (routes != tabs.contains(InboxTab.TRIAGE)) {
            if (routes) {
                tabs.add(InboxTab.TRIAGE);
            } else {
                tabs.remove(InboxTab.TRIAGE);
            }
        }
        arrange();
    }

    /** Whether the backend can be asked, as far as is known. */
    public BooleanProperty connected() {
        return connected;
    }

    /** Shows how far the first download is; absent when it is over. */
    public void accept(@Nullable Progress progress) {
        firstPull.set(progress);
        judgeEmptiness();
    }

    public ObjectProperty<InboxTab> tab() {
        return tab;
    }

    /** What was typed to narrow the list. */
    public StringProperty filter() {
        return filter;
    }

    /** The only unit to show; absent for all. */
    public ObjectProperty<@Nullable UnitId> unit() {
        return unit;
    }

    /** The units to choose from: those the person answers for. */
    public ObservableList<UnitId> units() {
        return unitsToSee;
    }

    public ObservableList<InboxTab> tabs() {
        return tabsToSee;
    }

    /** The number of cases of each tab, whatever the filter. */
    public ReadOnlyObjectProperty<Map<InboxTab, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Emptiness> emptiness() {
        return emptiness.getReadOnlyProperty();
    }

    /** The case the cursor is on. */
    public ReadOnlyObjectProperty<@Nullable CaseId> selected() {
        return selected.getReadOnlyProperty();
    }

    /** The case to be read beside the list: the selected one, as soon as the cursor rests on it. */
    public ReadOnlyObjectProperty<@Nullable CaseId> opened() {
        return opened.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Progress> firstPull() {
        return firstPull.getReadOnlyProperty();
    }

    /** Grows each time the lines have been replaced. */
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    ObservableList<InboxLine> lines() {
        return lines;
    }

    Reference reference() {
        return book.reference();
    }

    Shelf.Week week() {
        return shown == null ? new Shelf.Week(0, 0) : shown.shelf().week();
    }

    /** Where the cursor is in the lines; negative if its case is not among them. */
    int cursorLine() {
        return lineOf(selected.get());
    }

    /** Moves the cursor by so many cases and opens where it rests. */
    public void moveBy(int cases) {
        int step = Integer.signum(cases);
        int at = lineOf(selected.get());
        int next = at >= 0 ? at + step : step > 0 ? Math.max(cursor, 0) : cursor - 1;
        while (next >= 0 && next < lines.size() && !(lines.get(next) instanceof InboxLine.Entry)) {
            next += step;
        }
        if (next >= 0 && next < lines.size() && lines.get(next) instanceof InboxLine.Entry entry) {
            select(entry.row(), next);
            opening.cancel();
            opening = background.after(REST, () -> open(entry.row().id()));
        }
        if (next >= lines.size() - 1) {
            more();
        }
    }

    /** Puts the cursor on a case and opens it at once. */
    public void choose(CaseRow row) {
        select(row, lineOf(row.id()));
        open(row.id());
    }

    /** Opens a case from elsewhere, whether the list shows it or not. */
    public void choose(CaseId id) {
        selected.set(id);
        cursor = lineOf(id);
        open(id);
    }

    /** Opens what the cursor is on; where it is on no case of the list, the one it would come to. */
    public void openSelected() {
        if (cursorLine() < 0) {
            moveBy(1);
        }
        CaseId id = selected.get();
        if (id != null) {
            open(id);
        }
    }

    /** Opens the case after the one the cursor is on, or the one before where none comes after it. */
    public void openNext() {
        CaseId before = selected.get();
        moveBy(1);
        if (Objects.equals(before, selected.get())) {
            moveBy(-1);
        }
        openSelected();
    }

    /** Hands the list more cases, when the reader comes near its end. */
    void more() {
        if (shown != null && shown.more()) {
            window += WINDOW;
            arrange();
        }
    }

    private void select(CaseRow row, int line) {
        cursor = line;
        selected.set(row.id());
    }

    private void open(CaseId id) {
        opening.cancel();
        if (seen.add(id)) {
            arrange();
        }
        opened.set(id);
    }

    private void anew() {
        window = WINDOW;
        arrange();
    }

    private void lookAtTheDay() {
        if (!today.equals(times.today())) {
            today = times.today();
            arrange();
        }
        newDay = background.after(UNTIL_NEW_DAY, this::lookAtTheDay);
    }

    private void arrange() {
        int request = asked.incrementAndGet();
        Book wanted = book;
        if (wanted == Book.EMPTY) {
            return;
        }
        Words words = Words.of(texts);
        Query query = Query.of(tab.get(), filter.get(), unit.get(), words.language());
        Arrangement earlier = shown;
        LocalDate day = today;
        int size = window;
        // Whoever types faster than the list is arranged waits only for the last letter.
        background.run(
                Lane.LIST,
                () -> request == asked.get() || earlier == null
                        ? arranged(wanted, query, words, earlier, day, size)
                        : earlier,
                result -> show(result));
    }

    private Arrangement arranged(
            Book wanted, Query query, Words words, @Nullable Arrangement earlier, LocalDate day, int size) {
        Shelf known = earlier == null ? null : earlier.shelf();
        Shelf shelf = known != null && known.isOf(wanted, day) ? known : Shelf.of(wanted, known, reader, day);
        return Arrangement.of(shelf, query, shelf.find(query, words, size), seen);
    }

    private void show(Arrangement next) {
        boolean otherList = shown == null || !shown.query().equals(next.query());
        int where = otherList ? lineIn(next.lines(), selected.get()) : following(next.lines());
        shown = next;
        replace(next.lines());
        cursor = where;
        revision.set(revision.get() + 1);
        Map<InboxTab, Integer> numbers = new EnumMap<>(InboxTab.class);
        for (InboxTab each : InboxTab.values()) {
            numbers.put(each, next.shelf().count(each));
        }
        counts.set(numbers);
        judgeEmptiness();
    }

    /** While cases are being fetched nobody can say that there is nothing to do. */
    private void judgeEmptiness() {
        Arrangement now = shown;
        if (now == null) {
            return;
        }
        if (!now.lines().isEmpty()) {
            emptiness.set(Emptiness.NOT_EMPTY);
        } else if (!now.query().words().isEmpty() || now.query().unit() != null) {
            emptiness.set(Emptiness.NOTHING_FOUND);
        } else {
            emptiness.set(
                    firstPull.get() == null
                            ? Emptiness.NOTHING_TO_DO
                            : connected.get() ? Emptiness.LOADING : Emptiness.WAITING_FOR_CONNECTION);
        }
    }

    /** Where the cursor stands in the next lines: on its case, or where the first case after it now is. */
    private int following(List<InboxLine> next) {
        int here = lineOf(selected.get());
        int from = here >= 0 ? here : cursor;
        for (int at = Math.max(from, 0); at < lines.size() && from >= 0; at++) {
            if (lines.get(at) instanceof InboxLine.Entry entry) {
                int there = lineIn(next, entry.row().id());
                if (there >= 0) {
                    return there;
                }
            }
        }
        return from < 0 ? -1 : next.size();
    }

    /** Changes only the lines between the first and the last that differ, so that the list stays where it is. */
    private void replace(List<InboxLine> next) {
        int head = 0;
        while (head < lines.size() && head < next.size() && lines.get(head).equals(next.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < lines.size() - head
                && tail < next.size() - head
                && lines.get(lines.size() - 1 - tail).equals(next.get(next.size() - 1 - tail))) {
            tail++;
        }
        List<InboxLine> fresh = next.subList(head, next.size() - tail);
        if (lines.size() - tail - head == fresh.size()) {
            for (int i = 0; i < fresh.size(); i++) {
                lines.set(head + i, fresh.get(i));
            }
        } else if (head == 0 && tail == 0) {
            lines.setAll(next);
        } else {
            lines.remove(head, lines.size() - tail);
            lines.addAll(head, fresh);
        }
    }

    int lineOf(@Nullable CaseId id) {
        return lineIn(lines, id);
    }

    private static int lineIn(List<InboxLine> among, @Nullable CaseId id) {
        if (id != null) {
            for (int i = 0; i < among.size(); i++) {
                if (among.get(i) instanceof InboxLine.Entry entry
                        && entry.row().id().equals(id)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
