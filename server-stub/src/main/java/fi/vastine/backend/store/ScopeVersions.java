package fi.vastine.backend.store;

import fi.vastine.contract.id.PersonId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Numbers the scopes a person has had, so that a laptop can say which one it knows. Thread-safe. */
public final class ScopeVersions {
    private final Jdbi jdbi;

    public ScopeVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The number of a scope: the same as before if it is the same scope as before, else one more.
     *
     * @param fingerprint differs when scopes differ, up to 64 characters
     */
    public long versionOf(PersonId person, String fingerprint) {
        return jdbi.inTransaction(handle -> {
            boolean known = handle.execute(
                            "UPDATE scope_version SET version = version + 1, fingerprint = ?"
                                    + " WHERE person_id = ? AND fingerprint <> ?",
                            fingerprint,
                            person.value(),
                            fingerprint)
                    > 0;
            if (!known && version(handle, person) == 0) {
                handle.execute(
                        "INSERT INTO scope_version (person_id, version, fingerprint) VALUES (?, 1, ?)",
                        person.value(),
                        fingerprint);
            }
            return version(handle, person);
        });
    }

    private static long version(Handle handle, PersonId person) {
        return handle.createQuery("SELECT version FROM scope_version WHERE person_id = ?")
                .bind(0, person.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
