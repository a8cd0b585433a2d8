package fi.vastine.simulation.office;

import fi.vastine.core.session.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits until a session tells what is hoped for; fails with what it told last. */
final class Eventually {
    private static final int PATIENCE_SECONDS = 30;

    private Eventually() {}

    /** Waits until something holds that no session tells of. */
    static void holds(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came to be");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    static <T> T told(Function<Consumer<T>, Subscription> news, Predicate<T> hoped) {
        var came = new CompletableFuture<T>();
        var last = new AtomicReference<@Nullable T>();
        Subscription subscription = news.apply(value -> {
            last.set(value);
            if (hoped.test(value)) {
                came.complete(value);
            }
        });
        try {
            return came.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(late -> {
                        throw new AssertionError("not told in time; last told: " + last.get(), late);
                    })
                    .join();
        } finally {
            subscription.close();
        }
    }
}
