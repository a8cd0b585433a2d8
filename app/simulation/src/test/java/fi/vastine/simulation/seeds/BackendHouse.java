package fi.vastine.simulation.seeds;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.Ground;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Passwords;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Writer;
import fi.vastine.simulation.wire.Asked;
import fi.vastine.simulation.wire.FarEnd;
import fi.vastine.simulation.wire.Letterbox;
import fi.vastine.simulation.wire.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/** The county's computer room: one database, the backend that runs on it, and the backups of it. */
final class BackendHouse implements FarEnd {
    /** Nothing is kept waiting in real time. */
    private static final Duration PATIENCE = Duration.ofMillis(1);

    private static final Passwords QUICK = new Passwords(16, 1);

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Mailbag mails;
    private final fi.vastine.backend.ledger.Ledger ledger = fi.vastine.backend.ledger.Ledger.inMemory();
    private Backend backend;
    private Letterbox letterbox;

    BackendHouse(Database database, InstantSource clock, RandomGenerator random, Mailbag mails) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.mails = mails;
        this.backend = backend();
        this.letterbox = new Letterbox(backend.unheard());
    }

    private Backend backend() {
        var settings = BackendSettings.loopback(Path.of("nowhere"))
                .withMail(mails)
                .withFeedbackLimits(Integer.MAX_VALUE, Integer.MAX_VALUE)
                .withPatience(PATIENCE);
        return new Backend(settings, new Ground(database, ledger, clock, random, QUICK, Writer::onCallersThread));
    }

    @Override
    public Reply answer(Asked asked) {
        return letterbox.answer(asked);
    }

    /** Whatever is due is done: the organisation is looked at, mails leave. */
    void step() {
        try {
            backend.step();
        } catch (Crash crash) {
            restart();
            throw crash;
        }
    }

    /** The process ends without a word and another one begins on the same database. */
    void restart() {
        backend = backend();
        letterbox = new Letterbox(backend.unheard());
    }

    Tables backup() {
        return Tables.of(jdbi());
    }

    /** The database is as it was once, under a new name, and the backend begins anew on it. */
    void restore(Tables backup, String epoch) {
        backup.putBack(jdbi());
        jdbi().useHandle(handle -> handle.execute("UPDATE change_counter SET epoch = ?", epoch));
        restart();
    }

    Directory directory() {
        return backend.directory();
    }

    Backend running() {
        return backend;
    }

    Jdbi jdbi() {
        return database.jdbi();
    }
}
