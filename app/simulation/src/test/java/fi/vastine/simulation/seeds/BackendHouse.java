package fi.vastine.simulation.seeds;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.Ground;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Passwords;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.simulation.wire.Asked;
import fi.vastine.simulation.wire.FarEnd;
import fi.vastine.simulation.wire.Letterbox;
import fi.vastine.simulation.wire.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/** The county's computer room: one database, the backend that runs on it, and the backups of it. */
final class BackendHouse implements FarEnd {
    /** Nothing is kept waiting in real time. */
    private static final Duration PATIENCE = Duration.ofMillis(1);

    /** Behind a file, where no folder can be: nothing is written of what each of many backends would. */
    private static final Path NOWHERE = Path.of(System.getProperty("java.home"), "release", "nowhere");

    private static final Passwords QUICK = new Passwords(16, 1);

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Mailbag mails;
    private fi.vastine.backend.ledger.Ledger ledger = fi.vastine.backend.ledger.Ledger.inMemory();
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
        var settings = BackendSettings.loopback(NOWHERE)
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

    /** Looks whether the organisation is another one, or the day. */
    void look() {
        backend.look();
    }

    /** The process ends without a word and another one begins on the same database. */
    void restart() {
        backend = backend();
        letterbox = new Letterbox(backend.unheard());
    }

    Tables backup() {
        return Tables.of(jdbi());
    }

    /** The database is as it was once, and the backend begins anew on it; what it does not notice by itself it is told. */
    void restore(Tables backup) {
        backup.putBack(jdbi());
        String before = epoch();
        restart();
        if (epoch().equals(before)) {
            backend.restored();
            restart();
        }
    }

    /** The ledger's disk is gone; another ledger is begun. */
    void loseLedger() {
        ledger = fi.vastine.backend.ledger.Ledger.inMemory();
    }

    private String epoch() {
        return jdbi().withHandle(handle -> handle.createQuery("SELECT epoch FROM change_counter")
                .mapTo(String.class)
                .one());
    }

    /** Whether the backend will have the device wiped. */
    boolean isBlocked(DeviceId device) {
        return ledger.blockedAt(device) != null;
    }

    /** What is to be nowhere. */
    Set<CaseId> erased() {
        return Set.copyOf(ledger.erased().keySet());
    }

    /** Of how many cases that were erased figures are left. */
    long figuresOfErased() {
        return jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM figures_of_erased")
                .mapTo(Long.class)
                .one());
    }

    /** Whether a device has said that every erasure is carried out on it. */
    boolean hasErased(DeviceId device) {
        return jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM erased_case WHERE change_no >"
                                + " (SELECT erased_up_to FROM device WHERE id = :id)")
                        .bind("id", device.value().toString())
                        .mapTo(Long.class)
                        .one())
                == 0;
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
