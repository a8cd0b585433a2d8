package fi.vastine.desktop.fx;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the screen's thread for a sign of life and logs its stack when none comes in time. */
public final class Watchdog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofMillis(250);

    private final Thread watched;
    private final Consumer<String> report;
    private final Thread watcher;

    private Watchdog(Thread watched, Consumer<String> report) {
        this.watched = watched;
        this.report = report;
        this.watcher = Thread.ofPlatform().name("watchdog").daemon().unstarted(this::watch);
    }

    /** Starts to watch; to be called on the screen's thread. */
    public static Watchdog start() {
        return start(stall -> log.warn("The screen stood still for over {} ms:{}", LIMIT.toMillis(), stall));
    }

    static Watchdog start(Consumer<String> report) {
        Watchdog watchdog = new Watchdog(Thread.currentThread(), report);
        watchdog.watcher.start();
        return watchdog;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                CountDownLatch signOfLife = new CountDownLatch(1);
                Platform.runLater(signOfLife::countDown);
                if (!signOfLife.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    report.accept(stack());
                    // One stall is told once, however long it lasts.
                    signOfLife.await();
                }
                Thread.sleep(REST);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private String stack() {
        StringBuilder lines = new StringBuilder();
        for (StackTraceElement frame : watched.getStackTrace()) {
            lines.append(System.lineSeparator()).append("    at ").append(frame);
        }
        return lines.toString();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
