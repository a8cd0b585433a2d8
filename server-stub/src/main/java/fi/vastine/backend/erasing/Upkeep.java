package fi.vastine.backend.erasing;

import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.CaseExpiry;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Epoch;
import fi.vastine.contract.due.DueDates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the backend does by itself: every few seconds it notes in the ledger how far the database has come, and once a day it
 * lets go of what has been kept long enough and writes the files anew if anything was deleted.
 */
public final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int SECONDS = 5;

    private final Ledger ledger;
    private final Epoch epoch;
    private final Database database;
    private final Erasing erasing;
    private final CaseExpiry expiry;
    private final Retention retention;
    private final InstantSource clock;
    private long noted;
    private @Nullable LocalDate done;
    private @Nullable ScheduledThreadPoolExecutor clockwork;
    private @Nullable ScheduledFuture<?> repeated;

    public Upkeep(
            Ledger ledger,
            Epoch epoch,
            Database database,
            Erasing erasing,
            CaseExpiry expiry,
            Retention retention,
            InstantSource clock) {
        this.ledger = ledger;
        this.epoch = epoch;
        this.database = database;
        this.erasing = erasing;
        this.expiry = expiry;
        this.retention = retention;
        this.clock = clock;
    }

    /** Goes on by itself, on a thread of its own. */
    public void start() {
        clockwork = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("upkeep").daemon().factory());
        repeated = clockwork.scheduleWithFixedDelay(this::attempt, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (repeated != null && clockwork != null) {
            repeated.cancel(false);
            clockwork.close();
        }
        note();
    }

    /** Does what is due. */
    public void round() {
        note();
        LocalDate today = LocalDate.ofInstant(clock.instant(), DueDates.ZONE);
        if (!today.equals(done)) {
            expire();
            compact();
            done = today;
        }
    }

    /** Writes the files anew if they may hold what was deleted. */
    public void compact() {
        if (erasing.takeLeftBehind()) {
            database.compact();
        }
    }

    private void attempt() {
        try {
            round();
        } catch (RuntimeException e) {
            // Whatever it was, the database being away most likely: an exception that got out would end it for ever.
            LOG.warn("What is done each day could not be done now", e);
        }
    }

    private void note() {
        long now = epoch.changeNo();
        if (now != noted) {
            ledger.saw(epoch.name(), now);
            noted = now;
        }
    }

    private void expire() {
        ZonedDateTime now = clock.instant().atZone(DueDates.ZONE);
        int expired = expiry.expire(
                monthsBefore(now, retention.contactMonths()),
                monthsBefore(now, retention.textMonths()),
                now.toInstant());
        if (expired > 0) {
            LOG.atInfo().addKeyValue("cases", expired).log("kept long enough");
            erasing.leaveBehind();
        }
    }

    private static Instant monthsBefore(ZonedDateTime now, int months) {
        return months == 0 ? Instant.EPOCH : now.minusMonths(months).toInstant();
    }
}
