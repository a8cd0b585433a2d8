package fi.vastine.bench;

import fi.vastine.core.session.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The program's window while everything is downloaded and somebody scrolls up and down the inbox.
 * {@code FxStallMain <folder> <backend> <user> <password>}
 */
final class FxStallMain {
    private static final Duration EMPTY_WINDOW = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FxStallMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Window window = Window.open(Path.of(arguments[0]), Clock.systemUTC());
        var idle = new Stalls();
        Stopwatch watch = Stopwatch.started();
        idle.watch(() -> watch.millis() > EMPTY_WINDOW.toMillis());

        CompletableFuture<Session> signedIn = window.signIn(arguments[1], arguments[2], arguments[3]);
        window.awaitCases();
        Session session = signedIn.join();
        Platform.runLater(() -> new Scrolling(window).start());
        var whole = new CompletableFuture<Integer>();
        session.onSyncState(state -> {
            if (state.updatedAt() != null) {
                whole.complete(session.book().rows().size());
            }
        });
        var busy = new Stalls();
        busy.watch(whole::isDone);

        System.out.println("idle " + idle.waits().percentile("", "", 99.9).value());
        System.out.println("busy " + busy.waits().percentile("", "", 99.9).value());
        System.out.println("longest " + busy.waits().percentile("", "", 100).value());
        System.out.println("cases "
                + whole.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        System.exit(0);
    }

    /** A few rows at each drawing, to the end of what the list holds and back. */
    private static final class Scrolling extends AnimationTimer {
        private static final int TURN_AFTER = 120;
        private static final double PIXELS = 40;

        private final Window window;
        private int pulses;

        Scrolling(Window window) {
            this.window = window;
        }

        @Override
        public void handle(long now) {
            VirtualFlow<?> list = window.list();
            if (list != null) {
                boolean down = pulses++ / TURN_AFTER % 2 == 0;
                list.scrollPixels(down ? PIXELS : -PIXELS);
            }
        }
    }
}
