package fi.vastine.desktop.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks something of the display, where nobody knows whether there is one. */
public final class DisplayAsked {
    private static final Logger log = LoggerFactory.getLogger(DisplayAsked.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DisplayAsked() {}

    /** What the screen's thread answers; empty where there is no display, or none that answers. */
    public static <T> Optional<T> now(Supplier<T> asked) {
        var answer = new CompletableFuture<T>();
        Thread.ofPlatform().name("display").daemon().start(() -> {
            try {
                Platform.startup(() -> answer.complete(asked.get()));
            } catch (IllegalStateException begun) {
                Platform.runLater(() -> answer.complete(asked.get()));
            } catch (RuntimeException | LinkageError none) {
                answer.completeExceptionally(none);
            }
        });
        try {
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException none) {
            log.info("There is no display");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
