package fi.vastine.desktop.fx;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes work off the screen's thread and brings its results back.
 *
 * <p>Everything called back here runs on the screen's thread. All methods may be called from any thread.
 */
public interface Background {

    /** Does the work on the lane, in the order given, then hands its result to the screen; a failure reaches {@code failed}. */
    <T> void run(Lane lane, Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed);

    /** Does the work on the lane; a failure is a defect and is logged as one. */
    default <T> void run(Lane lane, Supplier<T> work, Consumer<? super T> done) {
        run(lane, work, done, failure -> {
            throw failure;
        });
    }

    /** Does the work on the lane for its effect alone. */
    default void run(Lane lane, Runnable work) {
        run(
                lane,
                () -> {
                    work.run();
                    return true;
                },
                ignored -> {});
    }

    /** Runs the task on the screen's thread: at once when already there. */
    void onScreen(Runnable task);

    /**
     * A door for snapshots that may come faster than the screen is drawn.
     *
     * <p>What is given to the door replaces what still waits there; the screen sees the latest at most once a pulse.
     */
    <T> Consumer<T> latest(Consumer<? super T> screen);

    /** Runs the task on the screen's thread after the delay, unless it is cancelled before. */
    Cancellable after(Duration delay, Runnable task);

    /** Something that will happen later and may still be called off. */
    interface Cancellable {
        /** Calls it off; without effect when it has happened already. */
        void cancel();
    }
}
