package fi.vastine.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/**
 * How long the screen's thread is busy with something else, as somebody feels who presses a key at any moment.
 *
 * <p>A thread asks for the screen's thread every millisecond. One stall would count as one late answer among thousands of quick
 * ones; so each millisecond of it counts by itself, with what was left of the stall then.
 */
final class Stalls {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(1);

    private final Runs waits = new Runs();

    /** Watches until it is over; blocks. */
    void watch(BooleanSupplier over) throws InterruptedException {
        while (!over.getAsBoolean()) {
            long asked = System.nanoTime();
            var answered = new CountDownLatch(1);
            Platform.runLater(answered::countDown);
            answered.await();
            take(System.nanoTime() - asked);
            LockSupport.parkNanos(EVERY);
        }
    }

    void take(long waited) {
        for (long left = waited; left > 0; left -= EVERY) {
            waits.add(left / 1e6);
        }
    }

    Runs waits() {
        return waits;
    }
}
