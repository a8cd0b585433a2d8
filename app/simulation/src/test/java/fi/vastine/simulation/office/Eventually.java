package fi.vastine.simulation.office;

import fi.vastine.core.session.Subscription;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits until a session tells what is hoped for; fails with what it told last. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    static <T> T told(Function<Consumer<T>, Subscription> news, Predicate<T> hoped) {
        var came = new CountDownLatch(1);
        var last = new AtomicReference<T>();
        var fitting = new AtomicReference<T>();
        Subscription subscription = news.apply(value -> {
            last.set(value);
            if (hoped.test(value) && fitting.compareAndSet(null, value)) {
                came.countDown();
            }
        });
        try {
            if (!came.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("not told in " + PATIENCE + "; last told: " + last.get());
            }
            return fitting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            subscription.close();
        }
    }
}
