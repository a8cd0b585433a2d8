package fi.vastine.core.session;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.sync.SyncEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What falls due by itself: replies become commands, rested drafts are saved, reads are kept, the day changes. One thread's. */
final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final String IN_STEP_AT = "in-step-at";
    private static final Duration LOOK = Duration.ofMinutes(1);

    /** A clock that goes back by less than this is only being set right, and a step takes no longer. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private static final Duration AFTER_DISK_FULL = Duration.ofSeconds(5);

    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final Drafts drafts;
    private final ReadLog reads;
    private final SyncEngine engine;
    private final LeaseClock lease;
    private final InstantSource clock;
    private @Nullable Instant keptInStepAt;

    Chores(
            Desk desk,
            Outbox outbox,
            Commands commands,
            Drafts drafts,
            ReadLog reads,
            SyncEngine engine,
            LeaseClock lease,
            InstantSource clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.drafts = drafts;
        this.reads = reads;
        this.engine = engine;
        this.lease = lease;
        this.clock = clock;
        this.keptInStepAt = inStepAt(outbox);
    }

    /** When this laptop was last in step, as kept by {@link #step} earlier. */
    static @Nullable Instant inStepAt(Outbox outbox) {
        return outbox.setting(IN_STEP_AT).map(Instant::parse).orElse(null);
    }

    /** Does what is due; how long until the next is. */
    Duration step() {
        Instant now = clock.instant();
        try {
            Optional<Instant> ripe = unlessSetBack(now, Commands.TIME_TO_UNDO, commands::ripen);
            Optional<Instant> rested = unlessSetBack(now, Drafts.REST, drafts::leaveRested);
            reads.keep();
            keepInStepAt();
            desk.turnDay();
            desk.lease(lease.look(desk.cursors().scope().leaseDays()));
            return Stream.of(ripe, rested)
                    .flatMap(Optional::stream)
                    .map(next -> Duration.between(now, next))
                    .filter(wait -> wait.compareTo(LOOK) < 0)
                    .min(Duration::compareTo)
                    .orElse(LOOK);
        } catch (DiskFull full) {
            LOG.warn("The disk is full: what was to be kept is tried again");
            return AFTER_DISK_FULL;
        }
    }

    /** Does what is due; what would wait longer than anything does was begun under a clock that is set back now, and is due. */
    private static Optional<Instant> unlessSetBack(
            Instant now, Duration longest, Function<Instant, Optional<Instant>> chore) {
        Instant latest = now.plus(longest).plus(STEADY);
        Optional<Instant> next = chore.apply(now);
        return next.filter(each -> each.isAfter(latest)).isPresent() ? chore.apply(Instant.MAX) : next;
    }

    private void keepInStepAt() {
        Instant at = engine.status().value().updatedAt();
        boolean old =
                at != null && (keptInStepAt == null || keptInStepAt.plus(LOOK).compareTo(at) <= 0);
        if (at != null && old) {
            outbox.keepSetting(IN_STEP_AT, at.toString());
            keptInStepAt = at;
        }
    }

    /** What is done at the start: whatever the last end interrupted is decided. */
    void begin() {
        try {
            commands.ripen(Instant.MAX);
        } catch (DiskFull full) {
            LOG.warn("The disk is full: replies to be sent wait for room");
        }
    }

    /** What somebody has taken up is unread to nobody, opened here or not. */
    private void forgetOpened() {
        Book book = desk.books().value();
        outbox.forgetOpened(outbox.opened().stream()
                .filter(id -> book.row(id)
                        .filter(row -> row.status() != CaseStatus.NEW)
                        .isPresent())
                .toList());
    }

    /** What is done before the end, when {@link #step} is done no more: everything, however long it would still have time. */
    void finish() {
        try {
            commands.ripen(Instant.MAX);
            reads.keep();
            forgetOpened();
            keptInStepAt = null;
            keepInStepAt();
            lease.keep();
        } catch (DiskFull full) {
            LOG.warn("The disk is full: what is to be sent is decided at the next start");
        }
    }
}
