package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.control.OfferedUnits;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What holds for a whole pile of papers: unit, form, language and day. To be used on the screen's thread. */
final class Batch {
    private final Interviews papers;
    private final Times times;
    private final OfferedUnits units;
    private final ObservableList<Form> forms = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable UnitId> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FI);
    private final StringProperty day = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable String> hindrance = new ReadOnlyObjectWrapper<>();
    private Reference reference = Reference.NONE;
    private Scope scope = Scope.NONE;
    private Interviews.@Nullable Remembered last;

    Batch(Interviews papers, Texts texts, Times times) {
        this.papers = papers;
        this.times = times;
        this.units = new OfferedUnits(texts, times);
        day.set(times.date(times.today()));
        List.of(unit, form).forEach(each -> each.subscribe(ignored -> judge()));
        day.subscribe(ignored -> offer());
    }

    /** Takes the units and forms there are for her today; what is chosen stays. */
    void accept(Book book) {
        if (reference.equals(book.reference()) && scope.equals(book.scope())) {
            return;
        }
        reference = book.reference();
        scope = book.scope();
        units.accept(book);
        offer();
    }

    /** Makes ready for the next pile, as the one before was; absent before the first. */
    void makeReady(Interviews.@Nullable Remembered before) {
        last = before;
        if (before != null) {
            unit.set(before.unit());
            language.set(before.language());
            LocalDate given = before.givenOn();
            day.set(times.date(given == null ? times.today() : given));
        }
        offer();
    }

    /** Chooses what is remembered or the only one there is, where nothing is chosen yet. */
    private void offer() {
        List<Form> usable = usable();
        if (!usable.equals(forms)) {
            forms.setAll(usable);
        }
        Form chosen = form.get();
        String id = chosen != null ? chosen.id() : last == null ? null : last.form();
        form.set(forms.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null));
        if (unit.get() == null) {
            unit.set(units.only());
        }
        judge();
    }

    /** The versions that were in use on the papers' day: a pile from before a change is typed by the form that it was printed from. */
    private List<Form> usable() {
        List<Form> then =
                times.readDate(day.get()).map(reference.forms()::usable).orElse(List.of());
        return then.isEmpty() ? papers.usable(reference.forms()) : then;
    }

    /** What was settled; empty, with the hindrance said, while something is wanting. */
    Optional<Interview.Start> settled() {
        judge();
        UnitId where = unit.get();
        Optional<LocalDate> given = times.readDate(day.get());
        if (hindrance.get() != null || where == null) {
            return Optional.empty();
        }
        return given.map(on -> Interview.Start.onPaper(where, on));
    }

    /** Moves the day of the papers; from what is no day, to today. */
    void moveDay(int days) {
        LocalDate given =
                times.readDate(day.get()).map(each -> each.plusDays(days)).orElse(times.today());
        if (!given.isAfter(times.today())) {
            day.set(times.date(given));
        }
    }

    private void judge() {
        hindrance.set(whyNot());
    }

    private @Nullable String whyNot() {
        if (unit.get() == null) {
            return "interview.why-no-unit";
        }
        if (form.get() == null) {
            return "interview.why-no-form";
        }
        Optional<LocalDate> given = times.readDate(day.get());
        if (given.isEmpty()) {
            return "entry.why-no-day";
        }
        return given.get().isAfter(times.today()) ? "entry.why-to-come" : null;
    }

    ReadOnlyObjectProperty<@Nullable String> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    OfferedUnits units() {
        return units;
    }

    /** The forms that were in use on the papers' day. */
    ObservableList<Form> forms() {
        return forms;
    }

    ObjectProperty<@Nullable UnitId> unit() {
        return unit;
    }

    ObjectProperty<@Nullable Form> form() {
        return form;
    }

    /** In which the papers are. */
    ObjectProperty<Language> language() {
        return language;
    }

    /** The day on which the papers were filled in, as it is written. */
    StringProperty day() {
        return day;
    }

    String unitName(UnitId id) {
        return units.name(id);
    }

    String unitName(UnitId id, Language in) {
        return reference.unitName(id, in);
    }
}
