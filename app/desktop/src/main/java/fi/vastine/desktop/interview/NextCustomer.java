package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.Campaigns.Share;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.control.OfferedUnits;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is settled before the first question: the unit, form, helper and language of the customer before hold on, and who answers
 * and whether she agrees is asked anew each time. To be used on the screen's thread.
 */
final class NextCustomer {
    private final Interviews interviews;
    private final Campaigns planned;
    private final PersonId person;
    private final Texts texts;
    private final Times times;
    private final OfferedUnits units;
    private final ObservableList<Form> forms = FXCollections.observableArrayList();
    private final ObservableList<Campaign> campaigns = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable UnitId> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
    private final ObjectProperty<Support.@Nullable AnsweredBy> answeredBy = new SimpleObjectProperty<>();
    private final ObjectProperty<Support.@Nullable HelperRole> helper = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FI);
    private final BooleanProperty assent = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable String> hindrance = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Share> share = new ReadOnlyObjectWrapper<>();
    private Reference reference = Reference.NONE;
    private Scope scope = Scope.NONE;
    private Interviews.@Nullable Remembered last;
    private boolean ready;

    NextCustomer(Interviews interviews, Campaigns planned, PersonId person, Texts texts, Times times) {
        this.interviews = interviews;
        this.planned = planned;
        this.person = person;
        this.texts = texts;
        this.times = times;
        this.units = new OfferedUnits(texts, times);
        List.of(unit, form, answeredBy, helper, assent).forEach(each -> each.subscribe(ignored -> judge()));
    }

    /** Takes the units and forms there are for her today; what is chosen stays. */
    void accept(Book book) {
        if (reference.equals(book.reference()) && scope.equals(book.scope())) {
            count();
            return;
        }
        reference = book.reference();
        scope = book.scope();
        units.accept(book);
        forms.setAll(interviews.usable(reference.forms()));
        campaigns.setAll(reference.campaigns().stream()
                .filter(each -> each.runsOn(times.today()) && each.isFor(person))
                .filter(each -> !unitsOf(each).isEmpty() && formOf(each).isPresent())
                .toList());
        offer();
    }

    /** Chooses the campaign's form, and its unit; where several are hers in it, the one that is chosen or none yet. */
    void take(Campaign campaign) {
        List<UnitId> hers = unitsOf(campaign);
        formOf(campaign).ifPresent(form::set);
        if (!hers.contains(unit.get())) {
            unit.set(hers.size() == 1 ? hers.getFirst() : null);
        }
        judge();
    }

    /** The campaign that what is chosen belongs to. */
    Optional<Campaign> taken() {
        Form asked = form.get();
        UnitId where = unit.get();
        return campaigns.stream()
                .filter(each -> asked != null && each.form().equals(asked.id()))
                .filter(each -> where == null || each.units().contains(where))
                .findFirst();
    }

    /** The units of a campaign in which she may ask today. */
    List<UnitId> unitsOf(Campaign campaign) {
        return units.all().stream()
                .map(Unit::id)
                .filter(campaign.units()::contains)
                .toList();
    }

    String formTitle(Campaign campaign) {
        return formOf(campaign)
                .map(each -> each.title().in(texts.language().get()))
                .orElse(campaign.form());
    }

    private Optional<Form> formOf(Campaign campaign) {
        return forms.stream().filter(each -> each.id().equals(campaign.form())).findFirst();
    }

    /** Makes ready for the next one, as it was with the one before; absent before the first customer. */
    void makeReady(Interviews.@Nullable Remembered before) {
        last = before;
        ready = true;
        assent.set(false);
        answeredBy.set(null);
        if (before != null) {
            unit.set(before.unit());
            helper.set(before.helper());
            language.set(before.language());
        }
        offer();
    }

    /** Chooses what is remembered or the only one there is, where nothing is chosen yet. */
    private void offer() {
        Form chosen = form.get();
        String id = chosen != null ? chosen.id() : last == null ? null : last.form();
        form.set(forms.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null));
        if (unit.get() == null) {
            unit.set(units.only());
        }
        if (ready && last == null && form.get() == null && campaigns.size() == 1) {
            take(campaigns.getFirst());
        }
        judge();
    }

    /** What was settled; empty, with the hindrance said, while something is wanting. */
    Optional<Interview.Start> settled() {
        judge();
        UnitId where = unit.get();
        Support.AnsweredBy who = answeredBy.get();
        if (hindrance.get() != null || where == null || who == null) {
            return Optional.empty();
        }
        return Optional.of(
                Interview.Start.asked(where, who, who == Support.AnsweredBy.SELF ? null : helper.get(), assent.get()));
    }

    private void judge() {
        hindrance.set(whyNot());
        count();
    }

    /** Counts anew what the campaign has in the unit: more may be known of it. */
    void count() {
        UnitId where = unit.get();
        share.set(
                where == null
                        ? null
                        : taken().map(each -> planned.share(each, where)).orElse(null));
    }

    /** How many have answered in the campaign, in the unit; absent while either is not chosen. */
    ReadOnlyObjectProperty<@Nullable Share> share() {
        return share.getReadOnlyProperty();
    }

    private @Nullable String whyNot() {
        if (unit.get() == null) {
            return "interview.why-no-unit";
        }
        if (form.get() == null) {
            return "interview.why-no-form";
        }
        if (answeredBy.get() == null) {
            return "interview.why-no-answerer";
        }
        if (answeredBy.get() != Support.AnsweredBy.SELF && helper.get() == null) {
            return "interview.why-no-helper";
        }
        return assent.get() ? null : "interview.why-no-assent";
    }

    ReadOnlyObjectProperty<@Nullable String> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    OfferedUnits units() {
        return units;
    }

    /** The forms that can be asked today. */
    ObservableList<Form> forms() {
        return forms;
    }

    /** The campaigns that run today where she may ask. */
    ObservableList<Campaign> campaigns() {
        return campaigns;
    }

    ObjectProperty<@Nullable UnitId> unit() {
        return unit;
    }

    ObjectProperty<@Nullable Form> form() {
        return form;
    }

    ObjectProperty<Support.@Nullable AnsweredBy> answeredBy() {
        return answeredBy;
    }

    ObjectProperty<Support.@Nullable HelperRole> helper() {
        return helper;
    }

    ObjectProperty<Language> language() {
        return language;
    }

    BooleanProperty assent() {
        return assent;
    }

    String unitName(UnitId id) {
        return units.name(id);
    }

    /** Whether this laptop holds the form of these answers. */
    boolean holds(@Nullable String key) {
        return key != null && reference.forms().version(key).isPresent();
    }

    /** What a form is called; its key where this laptop does not hold it. */
    String formName(@Nullable String key) {
        return key == null
                ? ""
                : reference
                        .forms()
                        .version(key)
                        .map(known -> known.title().in(texts.language().get()))
                        .orElse(key);
    }
}
