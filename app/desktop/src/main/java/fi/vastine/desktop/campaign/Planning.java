package fi.vastine.desktop.campaign;

import fi.vastine.contract.command.CampaignRules;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.CampaignFault;
import fi.vastine.contract.reference.CampaignFault.Field;
import fi.vastine.contract.reference.CampaignFault.Problem;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Plan;
import fi.vastine.desktop.text.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The campaign that is being planned, field by field, and what is wrong with it. To be used on the screen's thread. */
final class Planning {
    private static final int USUAL_DAYS = 14;

    private final Times times;
    private final Supplier<List<Campaign>> others;
    private final Supplier<Reference> reference;
    private final CampaignId id;
    private final @Nullable Outcome refusal;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
    private final ObservableList<UnitId> units = FXCollections.observableArrayList();
    private final ObservableList<PersonId> collectors = FXCollections.observableArrayList();
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final StringProperty target = new SimpleStringProperty("");
    private final BooleanProperty beside = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.GOOD);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private LocalDate firstDay;
    private LocalDate lastDay;
    private boolean tried;

    /** One with nothing in it but the days, which are the next two weeks. */
    static Plan fresh(CampaignId id, Times times) {
        LocalDate today = times.today();
        return new Plan(
                id, "", "", List.of(), List.of(), times.date(today), times.date(today.plusDays(USUAL_DAYS - 1)), "");
    }

    /**
     * Goes on with a plan.
     *
     * @param form the form of its id; absent if none is chosen, or it cannot be asked any more
     * @param refusal why the backend did not take it; absent if it was not asked
     * @param others the campaigns there are when it is asked
     * @param reference who collects where when it is asked
     */
    Planning(
            Plan plan,
            @Nullable Form form,
            @Nullable Outcome refusal,
            Supplier<List<Campaign>> others,
            Supplier<Reference> reference,
            Times times) {
        this.id = plan.id();
        this.refusal = refusal;
        this.others = others;
        this.reference = reference;
        this.times = times;
        firstDay = times.today();
        lastDay = firstDay;
        name.set(plan.name());
        this.form.set(form);
        units.setAll(plan.units());
        collectors.setAll(plan.collectors());
        from.set(plan.from());
        until.set(plan.until());
        target.set(plan.target());
        List.of(name, this.form, from, until, target, beside).forEach(each -> each.subscribe(ignored -> changed()));
        units.addListener((ListChangeListener<UnitId>) ignored -> changed());
        collectors.addListener((ListChangeListener<PersonId>) ignored -> changed());
    }

    /**
     * What is wrong.
     *
     * @param faults the words for each field at fault, by their keys; none before it was tried to plan it
     * @param overlapping the campaigns that ask in the same units on the same days
     */
    record Verdict(Map<Field, String> faults, List<Campaign> overlapping) {
        static final Verdict GOOD = new Verdict(Map.of(), List.of());
    }

    /** The campaign, if it can be planned; from now on each fault is said beside its field. */
    Optional<Campaign> tried() {
        tried = true;
        judge();
        boolean good =
                verdict.get().faults().isEmpty() && (verdict.get().overlapping().isEmpty() || beside.get());
        return good ? Optional.of(drawn()) : Optional.empty();
    }

    /** As it stands now, to go on with later. */
    Plan plan() {
        Form chosen = form.get();
        return new Plan(
                id,
                name.get(),
                chosen == null ? "" : chosen.id(),
                units,
                collectors,
                from.get(),
                until.get(),
                target.get());
    }

    /** Why the backend did not take it; absent if it was not asked. */
    @Nullable
    Outcome refusal() {
        return refusal;
    }

    private void changed() {
        judge();
        changes.set(changes.get() + 1);
    }

    /** Whether somebody collects in one of the units on one of the days. */
    boolean canCollect(PersonId person) {
        return units.stream().anyMatch(unit -> collectsIn(unit, person));
    }

    /** The units in which none of those who are named collects; none while nobody is named. */
    List<UnitId> unitsWithoutAsker() {
        return collectors.isEmpty()
                ? List.of()
                : units.stream()
                        .filter(unit -> collectors.stream().noneMatch(person -> collectsIn(unit, person)))
                        .toList();
    }

    private boolean collectsIn(UnitId unit, PersonId person) {
        return reference.get().collects(person, unit, firstDay, lastDay);
    }

    private void judge() {
        LocalDate first = day(from.get()).orElse(null);
        LocalDate last = day(until.get()).orElse(null);
        var faults = new EnumMap<Field, String>(Field.class);
        if (first == null) {
            faults.put(Field.FROM, "campaign.no-day");
        }
        if (last == null) {
            faults.put(Field.UNTIL, "campaign.no-day");
        }
        if (number().isEmpty()) {
            faults.put(Field.TARGET, "campaign.bad-target");
        }
        Campaign drawn = drawn();
        firstDay = drawn.from();
        lastDay = drawn.until();
        CampaignRules.faults(drawn).forEach(fault -> faults.putIfAbsent(fault.field(), words(fault)));
        if (!collectors.stream().allMatch(this::canCollect)) {
            faults.putIfAbsent(Field.COLLECTORS, "campaign.cannot-collect");
        }
        if (last != null && last.isBefore(times.today())) {
            faults.putIfAbsent(Field.UNTIL, "campaign.is-past");
        }
        List<Campaign> overlapping =
                first == null || last == null ? List.of() : CampaignRules.overlapping(drawn, others.get());
        verdict.set(new Verdict(tried ? Map.copyOf(faults) : Map.of(), overlapping));
    }

    /** As it stands; where a day cannot be read, another one stands in, and the fault is said. */
    private Campaign drawn() {
        Form chosen = form.get();
        LocalDate first = day(from.get()).orElse(times.today());
        return new Campaign(
                id,
                name.get().strip(),
                chosen == null ? "" : chosen.id(),
                units,
                collectors,
                first,
                day(until.get()).orElse(first),
                number().orElse(0));
    }

    private static String words(CampaignFault fault) {
        return switch (fault.field()) {
            case NAME -> fault.problem() == Problem.TOO_LONG ? "campaign.name-too-long" : "campaign.no-name";
            case FORM -> "campaign.no-form";
            case UNITS -> fault.problem() == Problem.TOO_LONG ? "campaign.too-many-units" : "campaign.no-units";
            case FROM -> "campaign.no-day";
            case COLLECTORS -> "campaign.too-many-collectors";
            case UNTIL -> "campaign.ends-before";
            case TARGET -> "campaign.bad-target";
        };
    }

    /** The day that was written; without a year the nearest one, as campaigns are planned ahead. */
    Optional<LocalDate> day(String written) {
        boolean withYear =
                written.strip().split("\\D+", -1).length > 2 && !written.strip().matches(".*\\D");
        return times.readDate(written).map(read -> withYear ? read : nearest(read));
    }

    private LocalDate nearest(LocalDate read) {
        LocalDate next = read.plusYears(1);
        long behind = ChronoUnit.DAYS.between(read, times.today());
        return ChronoUnit.DAYS.between(times.today(), next) < behind ? next : read;
    }

    private Optional<Integer> number() {
        String written = target.get().strip();
        if (written.isEmpty()) {
            return Optional.of(0);
        }
        return written.matches("[1-9]\\d{0,5}") ? Optional.of(Integer.valueOf(written)) : Optional.empty();
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<@Nullable Form> form() {
        return form;
    }

    ObservableList<UnitId> units() {
        return units;
    }

    /** Who asks; nobody for whoever may enter there. */
    ObservableList<PersonId> collectors() {
        return collectors;
    }

    StringProperty from() {
        return from;
    }

    StringProperty until() {
        return until;
    }

    StringProperty target() {
        return target;
    }

    /** Whether it is planned beside those it overlaps with, on purpose. */
    BooleanProperty beside() {
        return beside;
    }

    /** Another number after each change. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }
}
