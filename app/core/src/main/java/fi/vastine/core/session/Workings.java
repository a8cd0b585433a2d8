package fi.vastine.core.session;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.sync.Credentials;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Registering;
import fi.vastine.core.sync.SyncEngine;
import fi.vastine.core.sync.Transport;
import fi.vastine.core.sync.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All that works behind a session, joined, with no thread of its own: whoever holds it makes the steps.
 *
 * <p>A {@link Session} makes them on three threads, a simulation in an order of its own choosing. {@link #sync}, {@link #listen} and
 * {@link #chores} belong to one thread each; the rest is thread safe.
 */
public final class Workings {
    private final Desk desk;
    private final Registering registering;
    private final SyncEngine engine;
    private final SyncStates syncStates;
    private final LeaseClock lease;
    private final ReadLog reads;
    private final Commands commands;
    private final Drafts drafts;
    private final Jottings jottings;
    private final EnteredToday enteredToday;
    private final Entries entries;
    private final Interviews interviews;
    private final Interviews papers;
    private final Campaigns campaigns;
    private final Attention attention;
    private final Chores chores;

    /**
     * Who is to be woken when one of the three kinds of steps has something to do earlier than it said, and where to fetch.
     *
     * @param sync before {@link #sync}
     * @param listen before {@link #listen}
     * @param chores before {@link #chores}
     * @param beside where the next page of a first download is fetched while {@link #sync} writes the one before it
     */
    public record Wakes(Runnable sync, Runnable listen, Runnable chores, Executor beside) {
        /** For one that makes all steps anyway, on one thread. */
        public static final Wakes NOBODY = new Wakes(() -> {}, () -> {}, () -> {}, Runnable::run);
    }

    /** Joins what is open already: the stores, and the desk that was read from them. */
    public Workings(
            Outbox outbox,
            Desk desk,
            PersonId person,
            Transport transport,
            Json json,
            InstantSource clock,
            RandomGenerator random,
            Wakes wakes) {
        this.desk = desk;
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
                wakes.sync(),
                wakes.listen(),
                wakes.beside());
        this.syncStates = new SyncStates(desk, outbox.pages(), engine);
        this.lease = new LeaseClock(outbox, clock, Chores.inStepAt(outbox));
        desk.lease(lease.look(desk.cursors().scope().leaseDays()));
        engine.status().listen(status -> heard(status.updatedAt()));
        this.reads = new ReadLog(outbox, clock, wakes.chores(), engine::readsWait);
        var ids = new Ids(new UuidSource(clock, random));
        this.commands = new Commands(desk, outbox, ids, clock, engine::commandsWait, wakes.chores());
        this.drafts = new Drafts(desk, outbox, commands, clock, wakes.chores());
        this.jottings = new Jottings(desk, outbox);
        this.enteredToday = new EnteredToday(desk, outbox, commands, json, clock);
        this.entries = new Entries(desk, outbox, commands, person, json, clock);
        this.interviews = new Interviews(Interviews.BEDSIDE, desk, outbox, commands, person, json, clock);
        this.papers = new Interviews(Interviews.PAPER, desk, outbox, commands, person, json, clock);
        this.attention = new Attention(desk, commands, engine::commandsWait);
        this.campaigns = new Campaigns(desk, outbox, commands, attention, List.of(interviews, papers), json);
        this.chores = new Chores(desk, outbox, commands, drafts, reads, engine, lease, clock);
    }

    private void heard(@Nullable Instant at) {
        lease.heard(at);
        desk.lease(lease.look(desk.cursors().scope().leaseDays()));
    }

    public Desk desk() {
        return desk;
    }

    public Commands commands() {
        return commands;
    }

    public Drafts drafts() {
        return drafts;
    }

    Jottings jottings() {
        return jottings;
    }

    public EnteredToday enteredToday() {
        return enteredToday;
    }

    public Entries entries() {
        return entries;
    }

    public Interviews interviews() {
        return interviews;
    }

    public Interviews papers() {
        return papers;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Attention attention() {
        return attention;
    }

    SyncStates syncStates() {
        return syncStates;
    }

    public SyncState syncState() {
        return syncStates.latest().value();
    }

    /** The whole of a case, what is pending included, and remembers that it was read. Blocks for the disk. */
    public Optional<FeedbackCase> open(CaseId caseId) {
        if (desk.books().value().row(caseId).isEmpty()) {
            return Optional.empty();
        }
        Optional<FeedbackCase> whole = desk.folded(caseId);
        whole.ifPresent(each -> noteRead(caseId, Reads.What.CASE, null));
        return whole;
    }

    /** A scanned page, which the backend logs as read. Blocks for the network. */
    FetchedPage page(CaseId caseId, int number) {
        return FetchedPage.of(() -> engine.page(caseId, number));
    }

    /** Remembers that a part of a case was shown. Does not block. */
    void noteRead(CaseId caseId, Reads.What what, Reads.@Nullable Why why) {
        reads.note(caseId, what, why);
    }

    /** Everything is tried at the next {@link #sync}, however often it has failed. */
    public void syncNow() {
        engine.now();
    }

    /** The same person signs in again, when the backend asks for it; what it told. Blocks for the network. */
    public SignIn.Answer signInAgain(Known known, String password) throws ExchangeFailed {
        try {
            SignIn.Answer answer = registering.signInAgain(desk, known.user(), password, known.deviceName());
            engine.now();
            return answer;
        } catch (ExchangeFailed e) {
            if (e.trouble().kind() == Trouble.Kind.DEVICE_BLOCKED) {
                // Asked as the device that is blocked, the backend says whether this laptop is to be wiped.
                engine.now();
            }
            throw e;
        }
    }

    /** Before the first step: whatever the last end interrupted is decided. */
    public void begin() {
        chores.begin();
    }

    /** One exchange with the backend, if any is due; how long until the next. */
    public Duration sync() {
        Duration rest = engine.step();
        syncStates.look();
        return rest;
    }

    /** Waits for the backend's news, if all else is here; how long until that is so again. */
    public Duration listen() {
        return engine.listen();
    }

    /** Does what falls due by itself; how long until the next does. */
    public Duration chores() {
        return chores.step();
    }

    /** Whether an administrator's true order to wipe this laptop has come: nothing but that may follow. */
    public boolean isWipeOrdered() {
        return engine.status().value().trouble() == Trouble.Kind.WIPE_ORDERED
                || engine.status().value().pushTrouble() == Trouble.Kind.WIPE_ORDERED;
    }

    /** After the last {@link #chores}: what could still be taken back is decided. */
    public void finish() {
        chores.finish();
    }
}
