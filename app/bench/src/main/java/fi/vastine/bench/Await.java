package fi.vastine.bench;

import fi.vastine.core.session.Subscription;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits for a value that a session tells, without asking again and again. */
final class Await {
    private Await() {}

    /** Returns at the first value that fits; throws {@link IllegalStateException} if none came in that time. */
    static <T> void until(Function<Consumer<T>, Subscription> told, Predicate<T> fits, Duration atMost)
            throws InterruptedException {
        var came = new CountDownLatch(1);
        Subscription subscription = told.apply(value -> {
            if (fits.test(value)) {
                came.countDown();
            }
        });
        try {
            if (!came.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nothing came in " + atMost);
            }
        } finally {
            subscription.close();
        }
    }
}
