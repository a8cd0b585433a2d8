package fi.vastine.core.sync;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Erasures;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Latest;
import fi.vastine.core.outbox.KeptRead;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.ReplicaDamaged;
import fi.vastine.core.sync.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was decided here and fetches what is new, one exchange a step.
 *
 * <p>Pushing commands, pulling changes and telling of reads have each their own turn and back off each by itself, so that a stuck
 * push never hides news. {@link #step} belongs to one thread, {@link #listen} to another; the other methods may be called from any
 * and return at once.
 */
public final class SyncEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    /** Without news from the long poll, how long until a pull looks all the same. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    /** After what only a person can change, how long until it is tried again all the same. */
    private static final Duration HOPELESS = Duration.ofMinutes(10);

    /** A backend that has no news keeps who asks waiting for longer than this; one that stops does not. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** A clock that goes back by less than this is only being set right. */
    private static final Duration STEADY = Duration.ofSeconds(1);

    /** A read is told of after some seconds, together with those that follow it. */
    private static final Duration GATHER_READS = Duration.ofSeconds(10);

    /** What was decided in a week without a network goes out at one go; news waits for no more than this. */
    private static final int MOST_PUSHES_IN_A_ROW = 5;

    private static final int MOST_READS = 500;
    private static final Duration LONG = Duration.ofHours(1);

    private final Desk desk;
    private final Outbox outbox;
    private final Transport transport;
    private final Credentials credentials;
    private final InstantSource clock;
    private final Runnable wakeStep;
    private final Runnable wakeListen;
    private final Latest<SyncStatus> status;
    private final Registering registering;
    private final Pushing pushing;
    private final PageSending pages;
    private final Pulling pulling;
    private final Due push;
    private final Due pull;
    private final Due reads;
    private Trouble.@Nullable Kind pullTrouble;
    private Trouble.@Nullable Kind pushTrouble;
    private int pushesInARow;
    private Instant lastStep = Instant.MIN;
    private volatile @Nullable News caughtUp;
    private int unheard;

    /**
     * Everything is due at once.
     *
     * @param updatedAt when the laptop was last in step, as kept from earlier
     * @param wakeStep called when {@link #step} has something to do earlier than it said
     * @param wakeListen called when {@link #listen} has something to do earlier than it said
     * @param beside fetches the next page of a first download while a step writes the one before it
     */
    public SyncEngine(
            Desk desk,
            Outbox outbox,
            Transport transport,
            Credentials credentials,
            Registering registering,
            InstantSource clock,
            RandomGenerator random,
            @Nullable Instant updatedAt,
            Runnable wakeStep,
            Runnable wakeListen,
            Executor beside) {
        this.desk = desk;
        this.outbox = outbox;
        this.transport = transport;
        this.credentials = credentials;
        this.clock = clock;
        this.wakeStep = wakeStep;
        this.wakeListen = wakeListen;
        this.registering = registering;
        this.pushing = new Pushing(desk::settle, outbox, transport, credentials, registering);
        this.pages = new PageSending(outbox, transport, credentials);
        this.pulling = new Pulling(desk, transport, credentials, registering, beside);
        this.push = new Due(random);
        this.pull = new Due(random);
        this.reads = new Due(random);
        this.status = new Latest<>(SyncStatus.begun(updatedAt, isCatchingUp()));
        push.now();
        pull.now();
        reads.now();
    }

    public Latest<SyncStatus> status() {
        return status;
    }

    /** A command waits to be sent. */
    public void commandsWait() {
        push.wanted();
        wakeStep.run();
    }

    /** A read waits to be told of. */
    public void readsWait() {
        reads.wantedBy(clock.instant().plus(GATHER_READS));
        wakeStep.run();
    }

    /** Somebody asks for everything now, however often it has failed. */
    public void now() {
        push.now();
        pull.now();
        reads.now();
        wakeStep.run();
    }

    /** One scanned page, as a picture; empty while it has not come. Blocks for the network. */
    public Optional<byte[]> page(CaseId caseId, int number) throws ExchangeFailed {
        return credentials.exchange(access -> transport.page(access, caseId, number));
    }

    /** Does the exchange that is due, if any is; how long until the next one. */
    public Duration step() {
        readOn();
        Instant now = clock.instant();
        if (now.plus(STEADY).isBefore(lastStep)) {
            Stream.of(push, pull, reads).forEach(Due::clockSetBack);
        }
        lastStep = now;
        boolean pushFirst = push.at(now) && !(pushesInARow >= MOST_PUSHES_IN_A_ROW && pull.at(now));
        if (pushFirst) {
            pushesInARow++;
            pushTrouble = attempt(push, this::push);
        } else if (pull.at(now)) {
            pushesInARow = 0;
            pullTrouble = attempt(pull, this::pull);
        } else if (reads.at(now)) {
            attempt(reads, this::tellReads);
        }
        // Whoever is told may set the clock: the rest is by the clock that the exchange was made under.
        Duration rest = untilNext();
        publish();
        return rest;
    }

    private void readOn() {
        try {
            desk.readOn();
        } catch (ReplicaDamaged damaged) {
            buildAnew(damaged);
        }
    }

    private void buildAnew(ReplicaDamaged damaged) {
        LOG.error("The replica is damaged and built anew", damaged);
        desk.resetReplica();
    }

    /** Waits for news of the backend, when everything else is here already; how long until that is so again. */
    public Duration listen() {
        News held = caughtUp;
        if (held == null) {
            return LONG;
        }
        try {
            Instant asked = clock.instant();
            Optional<News> news =
                    credentials.exchange(access -> transport.awaitNews(access, held.changeNo(), held.scopeVersion()));
            if (news.isEmpty()) {
                inStep();
                boolean heldBack = !clock.instant().isBefore(asked.plus(AT_ONCE));
                unheard = heldBack ? 0 : unheard + 1;
                return heldBack ? Duration.ZERO : Due.backoff(unheard);
            }
            if (isOld(news.get(), held)) {
                // An answer of earlier, from something in between: asking again at once would be answered so for ever.
                return Due.backoff(unheard++);
            }
            unheard = 0;
            caughtUp = null;
            pull.wanted();
        } catch (ExchangeFailed e) {
            // Pulling now and then takes its place, and tells the person how it stands.
            caughtUp = null;
            pull.wantedBy(clock.instant().plus(Due.backoff(unheard++)));
        }
        wakeStep.run();
        return LONG;
    }

    private static boolean isOld(News news, News held) {
        return news.changeNo() <= held.changeNo() && news.scopeVersion() <= held.scopeVersion();
    }

    private interface Exchange {
        void make() throws ExchangeFailed;
    }

    private Trouble.@Nullable Kind attempt(Due due, Exchange exchange) {
        due.begun();
        Trouble trouble = troubleOf(exchange);
        if (trouble == null) {
            return null;
        }
        Duration asked = switch (trouble.kind()) {
            case SESSION_ENDED, TOO_OLD, DEVICE_BLOCKED, WIPE_ORDERED -> HOPELESS;
            default -> trouble.retryAfter();
        };
        due.failed(clock.instant(), asked);
        return trouble.kind();
    }

    private @Nullable Trouble troubleOf(Exchange exchange) {
        try {
            exchange.make();
            return null;
        } catch (ExchangeFailed e) {
            LOG.debug("An exchange failed", e);
            if (e.trouble().kind() == Kind.RESTORED) {
                registerAnew();
            }
            return credentials.isOrderToWipe(e.trouble()) ? Trouble.of(Kind.WIPE_ORDERED) : e.trouble();
        } catch (DiskFull full) {
            return Trouble.of(Kind.DISK_FULL);
        } catch (ReplicaDamaged damaged) {
            buildAnew(damaged);
            return Trouble.of(Kind.CUT_SHORT);
        }
    }

    private void registerAnew() {
        registering.want();
        push.wanted();
    }

    private void push() throws ExchangeFailed {
        if (registering.isWanted()) {
            registering.anew(desk);
            pull.now();
        }
        if (pushing.once()) {
            pullTrouble = recovered(pull, pullTrouble);
            push.now();
            pull.wanted();
        } else if (pages.once()) {
            pullTrouble = recovered(pull, pullTrouble);
            push.now();
        } else {
            push.done(Instant.MAX);
        }
    }

    private void pull() throws ExchangeFailed {
        caughtUp = null;
        Optional<News> inStep = endingFillOnTrouble();
        pushTrouble = recovered(push, pushTrouble);
        if (registering.isWanted()) {
            push.wanted();
        }
        if (desk.erasedUpTo().isPresent()) {
            reads.wanted();
        }
        if (inStep.isEmpty()) {
            pull.now();
            return;
        }
        pull.done(clock.instant().plus(LOOK));
        caughtUp = inStep.get();
        inStep();
        wakeListen.run();
    }

    private Optional<News> endingFillOnTrouble() throws ExchangeFailed {
        try {
            return pulling.once();
        } catch (ExchangeFailed e) {
            // Who knows when the rest comes: what has come is made safe.
            desk.endFill();
            if (registering.isWanted()) {
                push.wanted();
            }
            throw e;
        }
    }

    private void tellReads() throws ExchangeFailed {
        if (tellErased()) {
            reads.now();
            return;
        }
        List<KeptRead> kept = outbox.reads(MOST_READS);
        if (kept.isEmpty()) {
            reads.done(Instant.MAX);
            return;
        }
        var told = new Reads(kept.stream().map(KeptRead::read).toList());
        credentials.exchange(access -> {
            transport.tellReads(access, told);
            return told;
        });
        outbox.dropReads(kept.getLast().number());
        reads.now();
    }

    /** Tells of erasures, if any is carried out and not yet told; whether it did. */
    private boolean tellErased() throws ExchangeFailed {
        OptionalLong upTo = desk.erasedUpTo();
        if (upTo.isPresent()) {
            var done = new Erasures.Done(upTo.getAsLong());
            credentials.exchange(access -> {
                transport.tellErased(access, done);
                return done;
            });
            desk.toldErased(done.upTo());
        }
        return upTo.isPresent();
    }

    /** Where one kind of exchange succeeds again, another is over its want of a network and is tried at once. */
    private static Trouble.@Nullable Kind recovered(Due other, Trouble.@Nullable Kind trouble) {
        if (trouble == Kind.NO_NETWORK || trouble == Kind.PROXY_PAGE || trouble == Kind.PROXY_SIGN_IN) {
            other.now();
            return null;
        }
        return trouble;
    }

    private void inStep() {
        Instant now = clock.instant();
        change(was -> new SyncStatus(true, was.trouble(), was.pushTrouble(), now, false, 0));
    }

    private void publish() {
        // Registering anew, which is a matter of pushing, ends the pull's trouble too.
        boolean fromPush = pullTrouble == null || (pullTrouble == Kind.RESTORED && pushTrouble != null);
        Trouble.Kind trouble = fromPush ? pushTrouble : pullTrouble;
        boolean catchingUp = isCatchingUp();
        long expected = pulling.expected();
        change(was -> new SyncStatus(
                was.heard() || trouble == null, trouble, pushTrouble, was.updatedAt(), catchingUp, expected));
    }

    private boolean isCatchingUp() {
        Cursors held = desk.cursors();
        return held.after() < 0 || !held.catchUp().isEmpty();
    }

    private void change(UnaryOperator<SyncStatus> change) {
        synchronized (status) {
            SyncStatus now = change.apply(status.value());
            if (!now.equals(status.value())) {
                status.set(now);
            }
        }
        status.tell();
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        Instant next = Stream.of(push.at(), pull.at(), reads.at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (!next.isAfter(now)) {
            return Duration.ZERO;
        }
        return next.isAfter(now.plus(LONG)) ? LONG : Duration.between(now, next);
    }
}
