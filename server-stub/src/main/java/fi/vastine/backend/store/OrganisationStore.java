package fi.vastine.backend.store;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Units, people, roles and substitutions, as they are kept. Thread-safe.
 *
 * <p>Each write is one transaction and makes {@link #version()} grow.
 */
public final class OrganisationStore {
    private final Jdbi jdbi;

    public OrganisationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All of it, read at one moment. */
    public record Contents(
            long version,
            List<Unit> units,
            List<Person> people,
            List<Grant> grants,
            List<Substitution> substitutions) {}

    public long version() {
        return jdbi.withHandle(OrganisationStore::version);
    }

    public Contents read() {
        return jdbi.inTransaction(handle -> new Contents(
                version(handle),
                handle.createQuery("SELECT * FROM unit ORDER BY level, id")
                        .map((row, context) -> unit(row))
                        .list(),
                handle.createQuery("SELECT * FROM person ORDER BY id")
                        .map((row, context) -> person(row))
                        .list(),
                handle.createQuery("SELECT * FROM role_grant ORDER BY person_id, role, unit_id, valid_from")
                        .map((row, context) -> grant(row))
                        .list(),
                handle.createQuery("SELECT * FROM substitution ORDER BY valid_from, away_id, substitute_id")
                        .map((row, context) -> substitution(row))
                        .list()));
    }

    /**
     * Adds people, units, grants and substitutions, or puts them in the place of those with the same key; all or nothing.
     *
     * @param units in any order; a parent is here or there already
     */
    public void put(
            Collection<Person> people,
            Collection<Unit> units,
            Collection<Grant> grants,
            Collection<Substitution> substitutions) {
        jdbi.useTransaction(handle -> {
            // First of all: from here on nobody else changes the organisation until this is committed.
            handle.execute("UPDATE organisation_version SET version = version + 1");
            people.forEach(each -> put(handle, each));
            units.forEach(each -> put(handle, each, null));
            units.forEach(each -> put(handle, each, each.parent()));
            grants.forEach(each -> put(handle, each));
            substitutions.forEach(each -> put(handle, each));
        });
    }

    private static long version(Handle handle) {
        return handle.createQuery("SELECT version FROM organisation_version")
                .mapTo(Long.class)
                .one();
    }

    private static void put(Handle handle, Person person) {
        int changed = handle.execute(
                "UPDATE person SET name = ?, title = ? WHERE id = ?",
                person.name(),
                person.title(),
                person.id().value());
        if (changed == 0) {
            handle.execute(
                    "INSERT INTO person (id, name, title) VALUES (?, ?, ?)",
                    person.id().value(),
                    person.name(),
                    person.title());
        }
    }

    /** Two rounds, first without a parent: so that units may come in any order. */
    private static void put(Handle handle, Unit unit, @Nullable UnitId parent) {
        int changed = handle.execute(
                """
                UPDATE unit SET parent_id = ?, level = ?, name_fi = ?, name_sv = ?, name_en = ?,
                  responsible_id = ?, valid_until = ?
                WHERE id = ?
                """,
                text(parent),
                unit.level(),
                unit.name().fi(),
                unit.name().sv(),
                unit.name().en(),
                text(unit.responsible()),
                unit.until(),
                unit.id().value());
        if (changed == 0) {
            handle.execute(
                    """
                    INSERT INTO unit (parent_id, level, name_fi, name_sv, name_en, responsible_id, valid_until, id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    text(parent),
                    unit.level(),
                    unit.name().fi(),
                    unit.name().sv(),
                    unit.name().en(),
                    text(unit.responsible()),
                    unit.until(),
                    unit.id().value());
        }
    }

    private static void put(Handle handle, Grant grant) {
        handle.execute(
                "DELETE FROM role_grant WHERE person_id = ? AND role = ? AND unit_id = ? AND valid_from = ?",
                grant.person().value(),
                grant.role().name(),
                grant.unit().value(),
                grant.from());
        handle.execute(
                "INSERT INTO role_grant (person_id, role, unit_id, valid_from, valid_until) VALUES (?, ?, ?, ?, ?)",
                grant.person().value(),
                grant.role().name(),
                grant.unit().value(),
                grant.from(),
                grant.to());
    }

    private static void put(Handle handle, Substitution substitution) {
        handle.execute(
                "DELETE FROM substitution WHERE away_id = ? AND substitute_id = ? AND valid_from = ?",
                substitution.away().value(),
                substitution.substitute().value(),
                substitution.from());
        handle.execute(
                "INSERT INTO substitution (away_id, substitute_id, valid_from, valid_until) VALUES (?, ?, ?, ?)",
                substitution.away().value(),
                substitution.substitute().value(),
                substitution.from(),
                substitution.to());
    }

    private static Unit unit(ResultSet row) throws SQLException {
        String parent = row.getString("parent_id");
        String responsible = row.getString("responsible_id");
        return new Unit(
                new UnitId(row.getString("id")),
                parent == null ? null : new UnitId(parent),
                row.getInt("level"),
                new Names(row.getString("name_fi"), row.getString("name_sv"), row.getString("name_en")),
                responsible == null ? null : new PersonId(responsible),
                row.getObject("valid_until", LocalDate.class));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(new PersonId(row.getString("id")), row.getString("name"), row.getString("title"));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                new PersonId(row.getString("person_id")),
                Role.valueOf(row.getString("role")),
                new UnitId(row.getString("unit_id")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static Substitution substitution(ResultSet row) throws SQLException {
        return new Substitution(
                new PersonId(row.getString("away_id")),
                new PersonId(row.getString("substitute_id")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
