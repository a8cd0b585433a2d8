package fi.vastine.backend.identity;

import fi.vastine.backend.http.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who tries too often: after some free attempts each one more makes the wait twice as long. Thread-safe.
 *
 * <p>An attempt counts before it is made, so that many at once gain nothing; one that is refused does not lengthen the wait.
 * All is forgotten after an hour of peace, and when the backend starts: to make it start is not in the hands of who guesses.
 * Of a great many keys those that were still longest are forgotten first.
 */
final class Throttle {
    static final int MOST_KEYS = 20_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final InstantSource clock;
    private final int free;
    private final Map<String, Tries> tries = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Throttle(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    private record Tries(int count, Instant last, Instant next) {}

    /** Counts an attempt, or refuses it with {@code TOO_MANY} while the key has to wait. */
    synchronized void attempt(String key) {
        Instant now = clock.instant();
        Tries before = tries.get(key);
        if (before != null && now.isBefore(before.next())) {
            throw HttpProblem.tooMany(Duration.between(now, before.next()));
        }
        int count = before == null || before.last().plus(FORGOTTEN).isBefore(now) ? 1 : before.count() + 1;
        tries.put(key, new Tries(count, now, now.plus(wait(count))));
    }

    /** The attempt was a good one: it does not count. */
    synchronized void good(String key) {
        tries.computeIfPresent(
                key,
                (same, before) ->
                        before.count() <= 1 ? null : new Tries(before.count() - 1, before.last(), before.last()));
    }

    /** All is well with this key: nothing counts any more. */
    synchronized void forget(String key) {
        tries.remove(key);
    }

    /** How many keys are kept. */
    synchronized int size() {
        return tries.size();
    }

    private Duration wait(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, 16));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
