package fi.vastine.core.session;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named thread that makes one step after the other, and rests between them as long as the step says or until it is woken.
 *
 * <p>A step that fails in a way nobody has thought of is logged, and tried again after a while: no such failure ends the work.
 */
final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean closing;
    private Thread thread = new Thread();

    Loop(String name) {
        this.name = name;
    }

    void start(Supplier<Duration> step) {
        thread = Thread.ofPlatform().name(name).daemon().start(() -> run(step));
    }

    /** Ends the rest, or makes the next one end at once. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes no further step; waits for the one under way. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (!Thread.currentThread().equals(thread)) {
            joined();
        }
    }

    private void joined() {
        try {
            if (!thread.join(LONGEST_GOODBYE)) {
                LOG.warn("The thread {} does not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Supplier<Duration> step) {
        while (rested(attempt(step))) {
            // The work is in the condition.
        }
    }

    private Duration attempt(Supplier<Duration> step) {
        try {
            return step.get();
        } catch (RuntimeException unforeseen) {
            LOG.error("A step of the thread {} failed", name, unforeseen);
            return AFTER_FAILURE;
        }
    }

    /** Rests; false when there is nothing more to do for good. */
    private boolean rested(Duration rest) {
        lock.lock();
        try {
            long nanos = rest.toNanos();
            while (!closing && !woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
            return !closing;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
