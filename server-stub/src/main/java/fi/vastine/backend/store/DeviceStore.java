package fi.vastine.backend.store;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.Devices.Device;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What an administrator sees of devices, and what each has said to have done. Thread-safe. */
public final class DeviceStore {
    private final Jdbi jdbi;

    public DeviceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The device was here, with this version of the program. */
    public void contact(DeviceId device, @Nullable String program, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE device SET last_contact = ?, program = ? WHERE id = ?",
                at.toEpochMilli(),
                program,
                id(device)));
    }

    /** The device of a session goes on as another; so does one that was begun from that session before, in vain. */
    public void replaced(DeviceId device, String session, DeviceId by) {
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE device SET replaced_by = ?
                WHERE id = ? OR id IN (SELECT device_id FROM session WHERE claimed = ?)
                """, id(by), id(device), session));
    }

    /** Every erasure up to this change is carried out on the device; it cannot say so of those that are still to come. */
    public void erased(DeviceId device, long upTo) {
        jdbi.useHandle(handle -> {
            long newest = handle.createQuery("SELECT COALESCE(MAX(change_no), 0) FROM erased_case")
                    .mapTo(Long.class)
                    .one();
            long done = Math.min(upTo, newest);
            handle.execute(
                    "UPDATE device SET erased_up_to = ? WHERE id = ? AND erased_up_to < ?", done, id(device), done);
        });
    }

    public void block(DeviceId device, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE device SET blocked_at = ? WHERE id = ? AND blocked_at IS NULL", at.toEpochMilli(), id(device)));
    }

    /** The device was answered with the order to wipe itself. */
    public void wipeTold(DeviceId device, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE device SET wipe_told_at = ? WHERE id = ? AND wipe_told_at IS NULL",
                at.toEpochMilli(),
                id(device)));
    }

    /** Whether such a device has ever registered. */
    public boolean isKnown(DeviceId device) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM device WHERE id = :id")
                        .bind("id", id(device))
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    /** The devices that went on as this one and were not here since. */
    public List<DeviceId> behind(DeviceId device) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.id FROM device d JOIN device n ON n.id = d.replaced_by
                        WHERE n.id = :device AND d.id <> n.id
                            AND COALESCE(d.last_contact, d.registered_at) <= n.registered_at
                        """)
                .bind("device", id(device))
                .map((row, context) -> DeviceId.of(row.getString("id")))
                .list());
    }

    /** The devices in use, by name; one that went on as another is left out, unless it was here since. */
    public List<Device> all() {
        return jdbi.withHandle(handle -> {
            Map<String, List<PersonId>> people = people(handle);
            return handle.createQuery("""
                            SELECT d.id, d.name, COALESCE(d.last_contact, d.registered_at) AS contact, d.program, d.blocked_at, d.wipe_told_at,
                                (SELECT COUNT(*) FROM erased_case e WHERE e.change_no > d.erased_up_to) AS open_erasures
                            FROM device d LEFT JOIN device n ON n.id = d.replaced_by
                            WHERE n.id IS NULL OR COALESCE(d.last_contact, d.registered_at) > n.registered_at
                            ORDER BY d.name, d.id
                            """)
                    .map((row, context) -> device(row, people))
                    .list();
        });
    }

    private static Map<String, List<PersonId>> people(Handle handle) {
        Map<String, List<PersonId>> people = new HashMap<>();
        handle.createQuery("SELECT device_id, person_id FROM session ORDER BY person_id")
                .map((row, context) -> Map.entry(row.getString("device_id"), new PersonId(row.getString("person_id"))))
                .forEach(each -> people.computeIfAbsent(each.getKey(), device -> new ArrayList<>())
                        .add(each.getValue()));
        return people;
    }

    private static Device device(ResultSet row, Map<String, List<PersonId>> people) throws SQLException {
        String id = row.getString("id");
        return new Device(
                new DeviceId(UUID.fromString(id)),
                row.getString("name"),
                people.getOrDefault(id, List.of()),
                Instant.ofEpochMilli(row.getLong("contact")),
                row.getString("program"),
                row.getLong("open_erasures"),
                moment(row, "blocked_at"),
                moment(row, "wipe_told_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static String id(DeviceId device) {
        return device.value().toString();
    }
}
