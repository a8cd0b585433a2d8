package fi.vastine.desktop.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what comes about away from the screen. */
final class Waits {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Waits() {}

    /** What the supplier gives as soon as it gives something; fails with the words after twenty seconds. */
    static <T> T until(String what, Supplier<Optional<T>> supplier) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = supplier.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("Waited in vain: " + what);
    }
}
