package fi.vastine.desktop.entry;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.text.Addresses;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.core.cases.Book;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Entries;
import fi.vastine.core.session.EntryForm;
import fi.vastine.core.session.SyncState;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.control.OfferedUnits;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One customer's feedback being entered, and those entered before it. To be used on the screen's thread. */
public final class EntryViewModel {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    private final Entries entries;
    private final Background background;
    private final InstantSource clock;
    private final Notices notices;
    private final Texts texts;
    private final Times times;

    private final ObjectProperty<@Nullable UnitId> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>(Channel.ORAL);
    private final ObjectProperty<@Nullable FeedbackKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FI);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Way> way = new SimpleObjectProperty<>();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty day = new SimpleStringProperty("");

    private final ReadOnlyObjectWrapper<@Nullable EntryForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Hindrance> hindrance = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper identityCode = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper diskFull = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper entering = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> enteredAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper today = new ReadOnlyIntegerWrapper();
    private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    private final OfferedUnits units;

    private boolean filling;
    private boolean dirty;
    private Background.Cancellable keeping = () -> {};
    private Runnable endOffer = () -> {};

    /** Fetches the form as it was left. */
    public EntryViewModel(
            Entries entries, Background background, InstantSource clock, Notices notices, Texts texts, Times times) {
        this.entries = entries;
        this.background = background;
        this.clock = clock;
        this.notices = notices;
        this.texts = texts;
        this.times = times;
        this.units = new OfferedUnits(texts, times);
        Stream.<ObservableValue<?>>of(unit, channel, kind, language, text, way, address, name, day)
                .forEach(each -> each.subscribe(ignored -> touched()));
        background.run(Lane.READ, entries::state, this::fill);
    }

    /** What is still wanted, and the field it is wanted in. */
    record Hindrance(String key, Field field) {}

    /** Where something can be wanting. */
    enum Field {
        UNIT,
        DAY,
        KIND,
        TEXT,
        ADDRESS
    }

    /** Takes the units for which she may enter feedback today. */
    public void accept(Book book) {
        units.accept(book);
        if (unit.get() == null) {
            unit.set(units.only());
        }
        judge();
    }

    /** Takes what waits to be sent; of that, entries in words can be corrected here, answers to a form where they were given. */
    public void accept(SyncState state) {
        List<Waiting> entered = state.waiting().reversed().stream()
                .filter(each -> each.command() instanceof Command.EnterFeedback entry
                        && entry.answers().form() == null)
                .toList();
        if (!waiting.equals(entered)) {
            waiting.setAll(entered);
        }
    }

    /** Counts anew: what was withdrawn is not among the day's any more. */
    void recount() {
        background.run(Lane.READ, entries::state, state -> today.set(state.today()));
    }

    private void fill(Entries.State state) {
        EntryForm next = state.form();
        today.set(state.today());
        filling = true;
        unit.set(next.unit() == null ? units.only() : next.unit());
        channel.set(next.channel());
        kind.set(next.kind());
        language.set(next.isBegun() ? next.language() : texts.language().get());
        text.set(next.text());
        way.set(next.way());
        address.set(next.address());
        name.set(next.name());
        day.set(times.date(next.isBegun() ? next.givenOn() : dayOf(next)));
        filling = false;
        dirty = false;
        savedAt.set(null);
        judge();
        // Whoever waits for another form finds it filled in.
        form.set(next);
    }

    /** A form that was left empty overnight is for today, save that a batch of papers keeps its day. */
    private LocalDate dayOf(EntryForm empty) {
        return empty.channel() == Channel.PAPER ? empty.givenOn() : times.today();
    }

    private void touched() {
        if (filling || form.get() == null) {
            return;
        }
        judge();
        // The pause is not begun anew by each key: who types without a stop loses at most a second too.
        if (!dirty) {
            dirty = true;
            keeping = background.after(PAUSE, this::keepNow);
        }
    }

    /** Keeps what stands in the form at once, as when the place or the program is left. */
    public void keepNow() {
        keeping.cancel();
        EntryForm now = asItStands();
        if (!dirty || now == null) {
            return;
        }
        dirty = false;
        background.run(
                Lane.WRITE,
                () -> {
                    entries.keep(now);
                    return clock.instant();
                },
                at -> {
                    diskFull.set(false);
                    savedAt.set(at);
                },
                this::couldNot);
    }

    private @Nullable EntryForm asItStands() {
        EntryForm begun = form.get();
        return begun == null
                ? null
                : new EntryForm(
                        begun.caseId(),
                        begun.message(),
                        unit.get(),
                        channel.get(),
                        kind.get(),
                        language.get(),
                        text.get(),
                        way.get(),
                        address.get(),
                        name.get(),
                        times.readDate(day.get()).orElse(begun.givenOn()));
    }

    private void couldNot(RuntimeException failure) {
        entering.set(false);
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        diskFull.set(true);
        dirty = true;
        keeping = background.after(PAUSE, this::keepNow);
    }

    private void judge() {
        identityCode.set(IdentityCodes.foundIn(text.get()));
        hindrance.set(whyNot());
    }

    private @Nullable Hindrance whyNot() {
        if (unit.get() == null) {
            return new Hindrance("entry.why-no-unit", Field.UNIT);
        }
        Optional<LocalDate> given = times.readDate(day.get());
        if (given.isEmpty()) {
            return new Hindrance("entry.why-no-day", Field.DAY);
        }
        if (given.get().isAfter(times.today())) {
            return new Hindrance("entry.why-to-come", Field.DAY);
        }
        if (kind.get() == null) {
            return new Hindrance("entry.why-no-kind", Field.KIND);
        }
        if (text.get().isBlank()) {
            return new Hindrance("entry.why-no-text", Field.TEXT);
        }
        if (text.get().length() > Decisions.LONGEST_TEXT) {
            return new Hindrance("entry.why-too-long", Field.TEXT);
        }
        Way wished = way.get();
        return wished == null || Addresses.fits(wished, address.get().strip())
                ? null
                : new Hindrance(
                        switch (wished) {
                            case MAIL -> "entry.why-no-mail";
                            case PHONE -> "entry.why-no-phone";
                            case POST, IN_PERSON -> "entry.why-no-post";
                        },
                        Field.ADDRESS);
    }

    /** Keeps the entry, on disk before it is said; nothing while something is still wanted. */
    void enter() {
        judge();
        EntryForm now = asItStands();
        if (now == null || hindrance.get() != null || entering.get()) {
            return;
        }
        keeping.cancel();
        dirty = false;
        entering.set(true);
        background.run(Lane.WRITE, () -> entries.enter(now), this::entered, this::couldNot);
    }

    private void entered(Entries.Entered done) {
        diskFull.set(false);
        entering.set(false);
        fill(done.now());
        enteredAt.set(clock.instant());
        // The one before can still be corrected among those that wait; two offers would lie over the form.
        endOffer.run();
        endOffer = notices.sayWithUndo(TIME_TO_UNDO, () -> takeBack(done.id()), "entry.kept");
    }

    /** Takes an entry back into the form; what stands there waits and comes back after it. */
    void takeBack(CommandId id) {
        keepNow();
        background.run(
                Lane.WRITE,
                () -> entries.takeBack(id),
                back -> {
                    back.ifPresent(this::fill);
                    notices.say(back.isPresent() ? "entry.taken-back" : "entry.too-late");
                },
                this::couldNot);
    }

    /** Empties the form; what stood in it can be had back for ten seconds. */
    void clear() {
        EntryForm before = asItStands();
        if (before == null || !before.isBegun()) {
            return;
        }
        kind.set(null);
        text.set("");
        way.set(null);
        address.set("");
        name.set("");
        notices.sayWithUndo(TIME_TO_UNDO, () -> restore(before), "entry.cleared");
    }

    private void restore(EntryForm before) {
        if (form.get() == null || !before.caseId().equals(form.get().caseId())) {
            return;
        }
        fill(new Entries.State(before, today.get()));
        touched();
    }

    /** Something was said just now; a form in which a customer has a word already stays what it is. */
    void takeDownSaid() {
        EntryForm now = asItStands();
        if (now != null && !now.isBegun()) {
            channel.set(Channel.ORAL);
            day.set(times.date(times.today()));
        }
    }

    /** Moves the day of the event; from what is no day, to today. */
    void moveDay(int days) {
        LocalDate given =
                times.readDate(day.get()).map(each -> each.plusDays(days)).orElse(times.today());
        if (!given.isAfter(times.today())) {
            day.set(times.date(given));
        }
    }

    ObjectProperty<@Nullable UnitId> unit() {
        return unit;
    }

    ObjectProperty<Channel> channel() {
        return channel;
    }

    ObjectProperty<@Nullable FeedbackKind> kind() {
        return kind;
    }

    ObjectProperty<Language> language() {
        return language;
    }

    StringProperty text() {
        return text;
    }

    /** How the customer wishes to be answered; absent for no reply. */
    ObjectProperty<@Nullable Way> way() {
        return way;
    }

    StringProperty address() {
        return address;
    }

    StringProperty name() {
        return name;
    }

    /** The day of the event as it is written. */
    StringProperty day() {
        return day;
    }

    /** The form in work; another one is another customer's. Absent until it is fetched. */
    ReadOnlyObjectProperty<@Nullable EntryForm> form() {
        return form.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Hindrance> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    /** Whether the text seems to hold a personal identity code. */
    ReadOnlyBooleanProperty identityCode() {
        return identityCode.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }

    /** While an entry is being written to the disk. */
    ReadOnlyBooleanProperty entering() {
        return entering.getReadOnlyProperty();
    }

    /** When the form was kept unfinished; absent while there is nothing new in it. */
    ReadOnlyObjectProperty<@Nullable Instant> savedAt() {
        return savedAt.getReadOnlyProperty();
    }

    /** When the last entry was on disk; absent before the first one. */
    ReadOnlyObjectProperty<@Nullable Instant> enteredAt() {
        return enteredAt.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty today() {
        return today.getReadOnlyProperty();
    }

    /** Entries that are still here, the latest first. */
    ObservableList<Waiting> waiting() {
        return waiting;
    }

    /** The units for which she may enter feedback. */
    OfferedUnits units() {
        return units;
    }
}
