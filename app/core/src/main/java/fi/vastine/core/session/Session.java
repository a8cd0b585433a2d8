package fi.vastine.core.session;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.replica.Replica;
import fi.vastine.core.sync.Credentials;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Registering;
import fi.vastine.core.sync.SyncEngine;
import fi.vastine.core.sync.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One signed-in person on one open profile, with or without a network.
 *
 * <p>Thread safe. Listeners are called once at once on the caller's thread, then on core's threads; each is given the newest value
 * and may miss those between. Methods that block say so. Three threads work behind it: {@code sync} exchanges with the backend,
 * {@code wait} waits for its news, {@code store} does what falls due by itself.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(3);

    private final Known known;
    private final PersonId person;
    private final Profile profile;
    private final Outbox outbox;
    private final Replica replica;
    private final Desk desk;
    private final Transport transport;
    private final InstantSource clock;
    private final Registering registering;
    private final SyncEngine engine;
    private final SyncStates syncStates;
    private final ReadLog reads;
    private final Commands commands;
    private final Drafts drafts;
    private final Attention attention;
    private final Chores chores;
    private final Loop sync = new Loop("sync");
    private final Loop wait = new Loop("wait");
    private final Loop store = new Loop("store");
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over what is open: it is closed with the session. */
    Session(
            Known known,
            Profile profile,
            Stores stores,
            Desk desk,
            PersonId person,
            Transport transport,
            Json json,
            Ids ids,
            InstantSource clock,
            RandomGenerator random) {
        this.known = known;
        this.person = person;
        this.profile = profile;
        this.outbox = stores.outbox();
        this.replica = stores.replica();
        this.desk = desk;
        this.transport = transport;
        this.clock = clock;
        var credentials = new Credentials(outbox, transport, json);
        this.registering = new Registering(outbox, transport, credentials, person);
        this.engine = new SyncEngine(
                desk,
                outbox,
                transport,
                credentials,
                registering,
                clock,
                random,
                Chores.inStepAt(outbox),
                sync::wake,
                wait::wake);
        this.syncStates = new SyncStates(desk, engine);
        this.reads = new ReadLog(outbox, clock, store::wake, engine::readsWait);
        this.commands = new Commands(desk, outbox, ids, clock, engine::commandsWait, store::wake);
        this.drafts = new Drafts(desk, outbox, commands, clock, store::wake);
        this.attention = new Attention(desk, commands, engine::commandsWait);
        this.chores = new Chores(desk, outbox, commands, drafts, reads, engine, clock);
    }

    void start() {
        chores.begin();
        sync.start(engine::step);
        wait.start(engine::listen);
        store.start(chores::step);
    }

    public PersonId person() {
        return person;
    }

    /** The backend, and the name under which the person signs in there. */
    public Known known() {
        return known;
    }

    /** The cases as they stand, what is pending included. */
    public Book book() {
        return desk.books().value();
    }

    public Subscription onBook(Consumer<Book> listener) {
        return desk.books().listen(listener)::run;
    }

    public SyncState syncState() {
        return syncStates.latest().value();
    }

    public Subscription onSyncState(Consumer<SyncState> listener) {
        return syncStates.latest().listen(listener)::run;
    }

    /** The whole of a case, what is pending included, and remembers that it was read. Blocks for the disk. */
    public Optional<FeedbackCase> open(CaseId caseId) {
        if (book().row(caseId).isEmpty()) {
            return Optional.empty();
        }
        Optional<FeedbackCase> whole = desk.folded(caseId);
        whole.ifPresent(each -> reads.note(caseId, Reads.What.CASE));
        return whole;
    }

    /** Remembers that a part of a case was shown that is logged by itself. Does not block. */
    public void noteRead(CaseId caseId, Reads.What what) {
        reads.note(caseId, what);
    }

    public Commands commands() {
        return commands;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Attention attention() {
        return attention;
    }

    /** Tries the backend at once instead of at the next turn. Does not block. */
    public void syncNow() {
        store.wake();
        engine.now();
    }

    /** The same person signs in again, when the backend asks for it. Blocks for the network. */
    public SignInResult signInAgain(String password) {
        try {
            registering.signInAgain(desk, known.user(), password, known.deviceName());
            engine.now();
            return new SignInResult.SignedIn(this, false);
        } catch (ExchangeFailed e) {
            return SignInTroubles.result(e.trouble(), clock.instant());
        }
    }

    /**
     * Makes commands of replies that could still be taken back, sends what waits if the backend answers, and closes everything.
     *
     * <p>Blocks, for some seconds at most; closing twice does no harm.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        store.close();
        chores.finish();
        sendLast();
        transport.close();
        sync.close();
        wait.close();
        replica.close();
        outbox.close();
        profile.close();
    }

    /** The program may not be started again for weeks: a reply just sent does not wait for that. */
    private void sendLast() {
        var sent = new CountDownLatch(1);
        Runnable end = syncStates.latest().listen(state -> {
            if (state.waiting().isEmpty() || state.connection() != Connection.ONLINE) {
                sent.countDown();
            }
        });
        try {
            if (!sent.await(LONGEST_SENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Something waits to be sent at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end.run();
        }
    }
}
