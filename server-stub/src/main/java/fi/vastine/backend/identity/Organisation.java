package fi.vastine.backend.identity;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organisation at one moment: its units and people, and what follows from grants, responsibilities and substitutions.
 *
 * <p>Immutable, so thread-safe. Days are those of Europe/Helsinki.
 */
public final class Organisation {
    private final List<Unit> units;
    private final List<Person> people;
    private final List<Grant> grants;
    private final List<Substitution> substitutions;
    private final Map<UnitId, Unit> unitById = new HashMap<>();
    private final Map<PersonId, Person> personById = new HashMap<>();
    private final Map<UnitId, List<UnitId>> below = new HashMap<>();

    public Organisation(
            Collection<Unit> units,
            Collection<Person> people,
            Collection<Grant> grants,
            Collection<Substitution> substitutions) {
        this.units = List.copyOf(units);
        Map<PersonId, List<Grant>> grantsOf = grants.stream().collect(Collectors.groupingBy(Grant::person));
        this.people = people.stream()
                .map(each -> each.collectingBy(grantsOf.getOrDefault(each.id(), List.of())))
                .toList();
        this.grants = List.copyOf(grants);
        this.substitutions = List.copyOf(substitutions);
        units.forEach(unit -> unitById.put(unit.id(), unit));
        this.people.forEach(person -> personById.put(person.id(), person));
        units.forEach(unit -> {
            if (unit.parent() != null) {
                below.computeIfAbsent(unit.parent(), parent -> new ArrayList<>())
                        .add(unit.id());
            }
        });
    }

    public List<Unit> units() {
        return units;
    }

    /** Each with where she collects. */
    public List<Person> people() {
        return people;
    }

    public List<Substitution> substitutions() {
        return substitutions;
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(unitById.get(id));
    }

    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(personById.get(id));
    }

    /** Whether the unit is there and has not ended. */
    public boolean exists(UnitId id, LocalDate day) {
        return unit(id).filter(unit -> unit.until() == null || !day.isAfter(unit.until()))
                .isPresent();
    }

    /**
     * Who answers for a unit on a day: its responsible person, or whoever stands in for her then.
     *
     * @return empty for a unit without a responsible person, or an unknown one
     */
    public Optional<PersonId> responsible(UnitId id, LocalDate day) {
        return unit(id).flatMap(unit -> Optional.ofNullable(unit.responsible())).map(person -> present(person, day));
    }

    /** Whoever acts for a person on a day: herself, or the end of the chain of her substitutes. */
    public PersonId present(PersonId person, LocalDate day) {
        Set<PersonId> asked = new HashSet<>();
        PersonId present = person;
        while (asked.add(present)) {
            PersonId away = present;
            present = substitutions.stream()
                    .filter(each -> each.away().equals(away) && each.holdsOn(day))
                    .findFirst()
                    .map(Substitution::substitute)
                    .orElse(away);
        }
        return present;
    }

    /** What a person may do on a day. */
    public Access access(PersonId person, LocalDate day) {
        return Access.of(this, person, day);
    }

    /** Whether a substitution would make somebody, by a chain, her own substitute on some day. */
    public boolean wouldCircle(Substitution added) {
        return leadsTo(added.away(), added.substitute(), Span.of(added), new HashSet<>());
    }

    private boolean leadsTo(PersonId goal, PersonId from, Span during, Set<PersonId> passed) {
        if (from.equals(goal)) {
            return true;
        }
        if (!passed.add(from)) {
            return false;
        }
        boolean leads = substitutions.stream()
                .filter(each -> each.away().equals(from))
                .anyMatch(each -> during.and(Span.of(each))
                        .filter(both -> leadsTo(goal, each.substitute(), both, passed))
                        .isPresent());
        passed.remove(from);
        return leads;
    }

    /** The unit and all below it. */
    public Set<UnitId> branch(UnitId top) {
        Set<UnitId> branch = new HashSet<>();
        collect(top, branch);
        return branch;
    }

    private void collect(UnitId unit, Set<UnitId> branch) {
        if (unitById.containsKey(unit) && branch.add(unit)) {
            below.getOrDefault(unit, List.of()).forEach(each -> collect(each, branch));
        }
    }

    List<Grant> grantsOf(PersonId person) {
        return grants.stream().filter(grant -> grant.person().equals(person)).toList();
    }

    List<UnitId> answersFor(PersonId person) {
        return units.stream()
                .filter(unit -> person.equals(unit.responsible()))
                .map(Unit::id)
                .toList();
    }

    List<Substitution> standsInFor(PersonId substitute) {
        return substitutions.stream()
                .filter(each -> each.substitute().equals(substitute))
                .toList();
    }

    Set<Role> rolesOn(PersonId person, LocalDate day) {
        Set<Role> roles = new HashSet<>();
        grantsOf(person).stream().filter(grant -> grant.holdsOn(day)).forEach(grant -> roles.add(grant.role()));
        return roles;
    }
}
