package fi.vastine.backend.admin;

import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Organisation;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Unit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units, people and substitutes as files say, checked line by line against each other and against what is there already.
 *
 * <p>{@code units.csv}: {@code id,parent,fi,sv,en,responsible,until}. {@code people.csv}: {@code
 * id,name,title,role,unit,from,to}; a person with several roles has several lines. {@code substitutes.csv}: {@code
 * away,substitute,from,to}. Each may be missing. Nothing is taken of files with a bad line.
 */
final class OrganisationFiles {
    private static final Set<String> UNIT_COLUMNS = Set.of("id", "parent", "fi", "sv", "en", "responsible", "until");
    private static final Set<String> PERSON_COLUMNS = Set.of("id", "name", "title", "role", "unit", "from", "to");

    private final Table unitTable;
    private final Table personTable;
    private final SubstituteLines substitutes;
    private final Organisation present;
    private final LocalDate today;
    private final Map<UnitId, UnitLine> units = new LinkedHashMap<>();
    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final List<Grant> grants = new ArrayList<>();

    private record UnitLine(Unit unit, Table.Row row) {}

    private record GrantKey(PersonId person, Role role, UnitId unit, LocalDate from) {}

    OrganisationFiles(@Nullable Path units, @Nullable Path people, @Nullable Path substitutes, Directory directory) {
        this.unitTable = read(units, UNIT_COLUMNS);
        this.personTable = read(people, PERSON_COLUMNS);
        this.present = directory.organisation();
        this.today = directory.today();
        unitTable.rows().forEach(this::takeUnit);
        personTable.rows().forEach(this::takePerson);
        this.units.values().forEach(this::checkUnit);
        checkGrants();
        this.substitutes =
                new SubstituteLines(read(substitutes, SubstituteLines.COLUMNS), this::isKnown, present.substitutions());
    }

    private static Table read(@Nullable Path file, Set<String> columns) {
        return file == null ? Table.none() : Table.read(file, columns);
    }

    /** Every line that cannot be taken; empty if all can. */
    List<BadLine> bad() {
        List<BadLine> all = new ArrayList<>(unitTable.bad());
        all.addAll(personTable.bad());
        all.addAll(substitutes.bad());
        return all;
    }

    String summary() {
        return units.size() + " units, " + people.size() + " people, " + grants.size() + " roles, "
                + substitutes.taken().size() + " substitutes";
    }

    /** Takes all of it. */
    void putInto(Directory directory) {
        if (!bad().isEmpty()) {
            throw new IllegalStateException("Files with bad lines are not taken.");
        }
        List<Unit> levelled = units.values().stream()
                .map(UnitLine::unit)
                .map(unit ->
                        new Unit(unit.id(), unit.parent(), level(unit), unit.name(), unit.responsible(), unit.until()))
                .toList();
        directory.put(people.values(), levelled, grants, substitutes.taken());
    }

    private void takeUnit(Table.Row row) {
        String id = row.id("id");
        String fi = row.text("fi");
        String sv = row.cell("sv").isEmpty() ? fi : row.text("sv");
        String en = row.cell("en").isEmpty() ? fi : row.text("en");
        String parent = row.cell("parent").isEmpty() ? null : row.id("parent");
        String responsible = row.cell("responsible").isEmpty() ? null : row.id("responsible");
        LocalDate until = row.date("until");
        if (id == null) {
            return;
        }
        Unit unit = new Unit(
                new UnitId(id),
                parent == null ? null : new UnitId(parent),
                1,
                new Names(fi, sv, en),
                responsible == null ? null : new PersonId(responsible),
                until);
        UnitLine earlier = units.putIfAbsent(unit.id(), new UnitLine(unit, row));
        if (earlier != null) {
            row.reject("id", "the same id as in line " + earlier.row().line());
        } else if (unit.id().equals(UnitId.TRIAGE)) {
            row.reject("id", "this id is the program's own");
        }
    }

    private void takePerson(Table.Row row) {
        String id = row.id("id");
        String name = row.text("name");
        String title = row.cell("title");
        LocalDate from = row.date("from");
        LocalDate to = row.date("to");
        if (id == null) {
            return;
        }
        var person = new Person(new PersonId(id), name, title.isEmpty() ? null : title);
        Person earlier = people.putIfAbsent(person.id(), person);
        if (earlier != null && !earlier.equals(person)) {
            row.reject("id", "the same id as another name or title in an earlier line");
        }
        Role role = role(row);
        if (role == null) {
            return;
        }
        String unit = row.id("unit");
        if (unit == null) {
            return;
        }
        if (!known(new UnitId(unit))) {
            row.reject("unit", "no such unit: " + unit);
        }
        LocalDate begins = from == null ? today : from;
        if (to != null && to.isBefore(begins)) {
            row.reject("to", "it ends before it begins");
        }
        grants.add(new Grant(person.id(), role, new UnitId(unit), begins, to));
    }

    private static @Nullable Role role(Table.Row row) {
        String text = row.cell("role");
        if (text.isEmpty()) {
            return null;
        }
        for (Role role : Role.values()) {
            if (role.name().equals(text.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        row.reject("role", "not one of handler, collector, quality, leader, admin: " + text);
        return null;
    }

    private void checkUnit(UnitLine line) {
        PersonId responsible = line.unit().responsible();
        if (responsible != null && !isKnown(responsible)) {
            line.row().reject("responsible", "no such person: " + responsible);
        }
        UnitId parent = line.unit().parent();
        if (parent != null && !known(parent)) {
            line.row().reject("parent", "no such unit: " + parent);
        } else if (circles(line.unit())) {
            line.row().reject("parent", "the unit would be above itself");
        }
    }

    private void checkGrants() {
        Set<GrantKey> seen = new HashSet<>();
        for (Grant grant : grants) {
            if (!seen.add(new GrantKey(grant.person(), grant.role(), grant.unit(), grant.from()))) {
                personTable.reject(
                        1, "role", "given twice from the same day: " + grant.person() + " in " + grant.unit());
            }
        }
    }

    private boolean isKnown(PersonId person) {
        return people.containsKey(person) || present.person(person).isPresent();
    }

    private boolean known(UnitId unit) {
        return units.containsKey(unit) || present.unit(unit).isPresent();
    }

    private boolean circles(Unit unit) {
        Set<UnitId> passed = new HashSet<>();
        UnitId above = unit.parent();
        while (above != null && passed.add(above)) {
            if (above.equals(unit.id())) {
                return true;
            }
            above = parent(above);
        }
        return false;
    }

    private int level(Unit unit) {
        int level = 1;
        for (UnitId above = unit.parent(); above != null; above = parent(above)) {
            level++;
        }
        return level;
    }

    private @Nullable UnitId parent(UnitId unit) {
        UnitLine line = units.get(unit);
        return line == null
                ? present.unit(unit).map(Unit::parent).orElse(null)
                : line.unit().parent();
    }
}
