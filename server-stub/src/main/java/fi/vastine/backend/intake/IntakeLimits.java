package fi.vastine.backend.intake;

import fi.vastine.backend.http.HttpProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often feedback may be posted: by one sender, and by all together. Thread-safe.
 *
 * <p>Each has a bucket that holds a minute's worth and fills evenly. A sender who is over its own limit takes nothing from
 * the others'. Of a great many senders those that were still longest are forgotten first.
 */
public final class IntakeLimits {
    private static final int MOST_SENDERS = 50_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perSender;
    private final LongSupplier nanos;
    private final Map<String, Bucket> senders = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_SENDERS;
        }
    };
    private final Bucket all;

    /**
     * Counts from now on.
     *
     * @param perSender the most a minute from one sender
     * @param inAll the most a minute from all
     * @param nanos a clock that only ever goes on, such as {@link System#nanoTime}
     */
    public IntakeLimits(int perSender, int inAll, LongSupplier nanos) {
        this.perSender = perSender;
        this.nanos = nanos;
        this.all = new Bucket(inAll, nanos.getAsLong());
    }

    /** Counts one, or refuses it with {@code TOO_MANY} and the time to wait. */
    synchronized void take(String sender) {
        long now = nanos.getAsLong();
        Bucket own = senders.computeIfAbsent(sender, first -> new Bucket(perSender, now));
        own.refuseIfEmpty(now);
        all.refuseIfEmpty(now);
        own.take();
        all.take();
    }

    private static final class Bucket {
        private final double most;
        private double left;
        private long filledAt;

        Bucket(int most, long now) {
            this.most = most;
            this.left = most;
            this.filledAt = now;
        }

        void refuseIfEmpty(long now) {
            left = Math.min(most, left + (now - filledAt) * most / NANOS_PER_MINUTE);
            filledAt = now;
            if (left < 1) {
                throw HttpProblem.tooMany(Duration.ofNanos((long) ((1 - left) * NANOS_PER_MINUTE / most)));
            }
        }

        void take() {
            left -= 1;
        }
    }
}
