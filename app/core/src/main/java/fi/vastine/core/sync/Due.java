package fi.vastine.core.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When one kind of exchange is due next.
 *
 * <p>After failures it waits longer each time, up to half a minute, and never gives up; a part of each wait is left to chance, so
 * that a county's laptops do not all come back in the same second. Thread safe.
 */
final class Due {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private Instant wanted = Instant.MAX;
    private Instant notBefore = Instant.MIN;
    private int failures;

    /** Nothing is due at first. */
    Due(RandomGenerator random) {
        this.random = random;
    }

    /** The clock was set back: what waits for a time on it would wait too long. */
    synchronized void clockSetBack() {
        if (wanted.isBefore(Instant.MAX)) {
            notBefore = Instant.MIN;
            wanted = Instant.MIN;
        }
    }

    synchronized Instant at() {
        return wanted.isAfter(notBefore) ? wanted : notBefore;
    }

    synchronized boolean at(Instant now) {
        return !at().isAfter(now);
    }

    /** Something has to be done: at once, unless it is failing and waits already. */
    synchronized void wanted() {
        wanted = Instant.MIN;
    }

    /** Something has to be done by a time, unless it is failing and waits already. */
    synchronized void wantedBy(Instant time) {
        if (time.isBefore(wanted)) {
            wanted = time;
        }
    }

    /** Somebody asks for it now, however often it has failed. */
    synchronized void now() {
        failures = 0;
        notBefore = Instant.MIN;
        wanted = Instant.MIN;
    }

    /** It begins; whatever is wanted from here on may come too late for it. */
    synchronized void begun() {
        wanted = Instant.MAX;
    }

    /** It was done; it is due again then, or earlier if that was wanted since it began. */
    synchronized void done(Instant next) {
        failures = 0;
        notBefore = Instant.MIN;
        wantedBy(next);
    }

    /** It failed and is tried again after a while. */
    synchronized void failed(Instant now, @Nullable Duration asked) {
        Duration wait = asked == null ? backoff(failures) : asked;
        failures++;
        notBefore = now.plus(wait).plusMillis(random.nextLong(1 + wait.toMillis() / 2));
        wanted = Instant.MIN;
    }

    static Duration backoff(int failures) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
