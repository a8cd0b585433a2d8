package fi.vastine.backend.identity;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one person may do on one day, by herself or as a substitute.
 *
 * <p>A handler handles the units of her grants and those she answers for, and so does whoever stands in for her. A leader
 * reads; the quality team reads and handles every unit and what waits for triage. Collectors and administrators read no
 * case.
 *
 * @param handled the units whose cases she may change, with the last day of that; {@link LocalDate#MAX} for no end
 * @param read the units whose cases she may read, those she handles among them, with the last day of that
 * @param enters the units for which she may enter feedback: those of her grants as a collector, and those she handles
 * @param roles her own roles, and {@code HANDLER} while she stands in for one
 */
public record Access(Map<UnitId, LocalDate> handled, Map<UnitId, LocalDate> read, Set<UnitId> enters, Set<Role> roles) {
    public boolean mayHandle(UnitId unit) {
        return handled.containsKey(unit);
    }

    public boolean mayRead(UnitId unit) {
        return read.containsKey(unit);
    }

    public boolean mayEnter(UnitId unit) {
        return enters.contains(unit);
    }

    static Access of(Organisation organisation, PersonId person, LocalDate day) {
        Map<UnitId, List<Span>> handling = new HashMap<>();
        addHandled(organisation, person, Span.ALWAYS, new HashSet<>(), handling);
        Map<UnitId, List<Span>> reading = new HashMap<>();
        Set<UnitId> enters = new HashSet<>();
        for (Grant grant : organisation.grantsOf(person)) {
            switch (grant.role()) {
                case QUALITY -> {
                    add(handling, allWithTriage(organisation), Span.of(grant));
                }
                case LEADER -> add(reading, organisation.branch(grant.unit()), Span.of(grant));
                case COLLECTOR -> {
                    if (grant.holdsOn(day)) {
                        enters.addAll(organisation.branch(grant.unit()));
                    }
                }
                case HANDLER, ADMIN -> {}
            }
        }
        handling.forEach((unit, spans) ->
                reading.computeIfAbsent(unit, each -> new ArrayList<>()).addAll(spans));
        Map<UnitId, LocalDate> handled = on(day, handling);
        enters.addAll(handled.keySet());
        enters.remove(UnitId.TRIAGE);
        return new Access(handled, on(day, reading), Set.copyOf(enters), roles(organisation, person, day, handled));
    }

    private static Set<Role> roles(
            Organisation organisation, PersonId person, LocalDate day, Map<UnitId, LocalDate> handled) {
        Set<Role> roles = organisation.rolesOn(person, day);
        if (!handled.isEmpty() && !roles.contains(Role.QUALITY)) {
            roles.add(Role.HANDLER);
        }
        return Set.copyOf(roles);
    }

    /** Follows chains: whoever stands in for a substitute has, while both hold, all that the substitute has. */
    private static void addHandled(
            Organisation organisation,
            PersonId person,
            Span during,
            Set<PersonId> followed,
            Map<UnitId, List<Span>> handling) {
        if (!followed.add(person)) {
            return;
        }
        add(handling, organisation.answersFor(person), during);
        for (Grant grant : organisation.grantsOf(person)) {
            if (grant.role() == Role.HANDLER) {
                during.and(Span.of(grant)).ifPresent(span -> add(handling, organisation.branch(grant.unit()), span));
            }
        }
        for (Substitution each : organisation.standsInFor(person)) {
            during.and(Span.of(each))
                    .ifPresent(span -> addHandled(organisation, each.away(), span, followed, handling));
        }
        followed.remove(person);
    }

    private static void add(Map<UnitId, List<Span>> spans, Iterable<UnitId> units, Span span) {
        units.forEach(
                unit -> spans.computeIfAbsent(unit, each -> new ArrayList<>()).add(span));
    }

    private static List<UnitId> allWithTriage(Organisation organisation) {
        List<UnitId> all =
                new ArrayList<>(organisation.units().stream().map(Unit::id).toList());
        all.add(UnitId.TRIAGE);
        return all;
    }

    private static Map<UnitId, LocalDate> on(LocalDate day, Map<UnitId, List<Span>> spans) {
        Map<UnitId, LocalDate> last = new HashMap<>();
        spans.forEach((unit, each) -> {
            Optional<LocalDate> end = Span.lastDay(each, day);
            end.ifPresent(to -> last.put(unit, to));
        });
        return Map.copyOf(last);
    }
}
