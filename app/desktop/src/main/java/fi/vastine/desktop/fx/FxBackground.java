package fi.vastine.desktop.fx;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program's own background: one daemon thread a lane, one clock for delays, and the JavaFX thread for the screen. */
public final class FxBackground implements Background, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FxBackground.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final ScheduledThreadPoolExecutor delays = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("delays").daemon().factory());

    /** Makes the lanes; their threads start with their first work. */
    public FxBackground() {
        // What was called off holds nothing of its caller in memory.
        delays.setRemoveOnCancelPolicy(true);
        for (Lane lane : Lane.values()) {
            String name = "lane-" + lane.name();
            lanes.put(
                    lane,
                    Executors.newSingleThreadExecutor(
                            Thread.ofPlatform().name(name).daemon().factory()));
        }
    }

    @Override
    public <T> void run(
            Lane lane, Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed) {
        try {
            lane(lane).execute(() -> {
                try {
                    T result = work.get();
                    onScreen(() -> done.accept(result));
                } catch (RuntimeException failure) {
                    onScreen(() -> failed.accept(failure));
                }
            });
        } catch (RejectedExecutionException closed) {
            log.debug("The program is closing; work for {} is not taken any more", lane);
        }
    }

    private ExecutorService lane(Lane lane) {
        ExecutorService executor = lanes.get(lane);
        if (executor == null) {
            throw new IllegalStateException("No lane " + lane);
        }
        return executor;
    }

    @Override
    public void onScreen(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    @Override
    public <T> Consumer<T> latest(Consumer<? super T> screen) {
        return new LatestAtPulse<>(screen);
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> due =
                    delays.schedule(() -> Platform.runLater(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> due.cancel(false);
        } catch (RejectedExecutionException closed) {
            // What was on its way to the screen when all ended asks for more: nothing comes later any more.
            return () -> {};
        }
    }

    /** Lets the writing lane finish what it has, for at most five seconds, and drops the rest. */
    @Override
    public void close() {
        delays.shutdownNow();
        lanes.forEach((lane, executor) -> {
            if (lane == Lane.WRITE) {
                executor.shutdown();
            } else {
                executor.shutdownNow();
            }
        });
        try {
            if (!lane(Lane.WRITE).awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Writing did not end within {}", PATIENCE_AT_CLOSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds one value for the next pulse. The timer runs only while something waits, so that an idle window costs nothing. */
    private static final class LatestAtPulse<T> implements Consumer<T> {

        private final Consumer<? super T> screen;
        private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        private @Nullable AnimationTimer timer;

        LatestAtPulse(Consumer<? super T> screen) {
            this.screen = screen;
        }

        @Override
        public void accept(T value) {
            // 1. The value is put down.  2. Only who found the place empty asks for a pulse.
            // A value put down between the pulse's take and its end finds the place empty and asks anew.
            if (waiting.getAndSet(value) == null) {
                Platform.runLater(this::askForPulse);
            }
        }

        private void askForPulse() {
            if (timer == null) {
                timer = new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        stop();
                        deliver();
                    }
                };
            }
            timer.start();
        }

        private void deliver() {
            T value = waiting.getAndSet(null);
            if (value != null) {
                screen.accept(value);
            }
        }
    }
}
