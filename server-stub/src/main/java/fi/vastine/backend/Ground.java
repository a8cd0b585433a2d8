package fi.vastine.backend;

import fi.vastine.backend.identity.Passwords;
import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.Committed;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.Writer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a backend stands on: of this machine, or of a simulation's own making, which does the same every time.
 *
 * @param database closed with the backend
 * @param ledger what a restored database must not undo
 * @param random for ids
 * @param writing how the backend's one writer begins
 */
public record Ground(
        Database database,
        Ledger ledger,
        InstantSource clock,
        RandomGenerator random,
        Passwords passwords,
        Writing writing) {

    /** Begins a writer. */
    @FunctionalInterface
    public interface Writing {
        Writer begin(Database database, Json json, Consumer<Committed> announce);
    }

    /**
     * The database of the settings, with all care for what is kept there.
     *
     * @throws fi.vastine.backend.store.DatabaseUnavailable when the database cannot be opened
     */
    static Ground of(BackendSettings settings, InstantSource clock) {
        Database database =
                settings.database() == null ? Database.inFolder(settings.folder()) : Database.at(settings.database());
        return new Ground(
                database, Ledger.in(settings.ledger()), clock, new SecureRandom(), new Passwords(), Writer::new);
    }
}
