package fi.vastine.backend.store;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Devices, and who is signed in on them. Tokens are known by their hashes only. Thread-safe. */
public final class SessionStore {
    private final Jdbi jdbi;

    public SessionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One sign-in on one device.
     *
     * @param usedHash of the refresh token the device was last seen to hold
     * @param offeredHash of the one given for it, not seen yet
     * @param claimHash of what the device shows to register anew
     * @param claimed the session that it registered anew from, if it did
     */
    public record Session(
            String id,
            DeviceId device,
            PersonId person,
            String usedHash,
            @Nullable String offeredHash,
            Instant refreshUntil,
            @Nullable String claimHash,
            @Nullable String claimed) {

        /** The same session after this refresh token was shown and another one given for it. */
        public Session offered(String shownHash, String givenHash, Instant until) {
            return new Session(id, device, person, shownHash, givenHash, until, claimHash, claimed);
        }
    }

    /** An access token's session, and how long the token is good. */
    public record Access(String session, DeviceId device, PersonId person, Instant validUntil) {}

    public boolean knows(DeviceId device) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM device WHERE id = :id")
                        .bind("id", device.value().toString())
                        .mapTo(Long.class)
                        .one())
                == 1;
    }

    /** What an administrator calls a device that is known. */
    public String nameOf(DeviceId device) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT name FROM device WHERE id = :id")
                .bind("id", device.value().toString())
                .mapTo(String.class)
                .one());
    }

    public void register(DeviceId device, String name, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO device (id, name, registered_at) VALUES (?, ?, ?)",
                device.value().toString(),
                name,
                at.toEpochMilli()));
    }

    /** Begins a session in the place of the one that the person had on the device, or that was claimed before it. */
    public void begin(Session session, String accessHash, Instant accessUntil, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "DELETE FROM session WHERE (device_id = ? AND person_id = ?) OR claimed = ? OR refresh_until < ?",
                    session.device().value().toString(),
                    session.person().value(),
                    session.claimed(),
                    now.toEpochMilli());
            handle.execute(
                    """
                    INSERT INTO session (id, device_id, person_id, used_hash, refresh_until, claim_hash, claimed)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    session.id(),
                    session.device().value().toString(),
                    session.person().value(),
                    session.usedHash(),
                    session.refreshUntil().toEpochMilli(),
                    session.claimHash(),
                    session.claimed());
            addAccess(handle, session.id(), accessHash, accessUntil);
        });
    }

    public Optional<Session> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM session WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> session(row))
                .findOne());
    }

    /** Keeps the session's refresh tokens as they are now, and a new access token; those that are over go. */
    public void renew(Session renewed, String accessHash, Instant accessUntil, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "UPDATE session SET used_hash = ?, offered_hash = ?, refresh_until = ? WHERE id = ?",
                    renewed.usedHash(),
                    renewed.offeredHash(),
                    renewed.refreshUntil().toEpochMilli(),
                    renewed.id());
            handle.execute(
                    "DELETE FROM access_token WHERE session_id = ? AND valid_until < ?",
                    renewed.id(),
                    now.toEpochMilli());
            addAccess(handle, renewed.id(), accessHash, accessUntil);
        });
    }

    public Optional<Access> access(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT t.session_id, t.valid_until, s.device_id, s.person_id
                        FROM access_token t JOIN session s ON s.id = t.session_id
                        WHERE t.hash = :hash
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Access(
                        row.getString("session_id"),
                        new DeviceId(UUID.fromString(row.getString("device_id"))),
                        new PersonId(row.getString("person_id")),
                        Instant.ofEpochMilli(row.getLong("valid_until"))))
                .findOne());
    }

    /** Ends a session and all its tokens. */
    public void end(String session) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM session WHERE id = ?", session));
    }

    /** Ends all sessions of a person but one. */
    public void endOthers(PersonId person, String but) {
        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM session WHERE person_id = ? AND id <> ?", person.value(), but));
    }

    private static void addAccess(Handle handle, String session, String hash, Instant until) {
        handle.execute(
                "INSERT INTO access_token (hash, session_id, valid_until) VALUES (?, ?, ?)",
                hash,
                session,
                until.toEpochMilli());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                new DeviceId(UUID.fromString(row.getString("device_id"))),
                new PersonId(row.getString("person_id")),
                row.getString("used_hash"),
                row.getString("offered_hash"),
                Instant.ofEpochMilli(row.getLong("refresh_until")),
                row.getString("claim_hash"),
                row.getString("claimed"));
    }
}
