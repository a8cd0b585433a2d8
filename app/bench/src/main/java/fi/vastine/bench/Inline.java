package fi.vastine.bench;

import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does everything at once on the caller's thread, so that a stopwatch around a call has seen all of it. */
final class Inline implements Background {

    @Override
    public <T> void run(
            Lane lane, Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed) {
        done.accept(work.get());
    }

    @Override
    public void onScreen(Runnable task) {
        task.run();
    }

    @Override
    public <T> Consumer<T> latest(Consumer<? super T> screen) {
        return screen::accept;
    }

    /** Nothing here outlasts a measurement, so what is to happen later never does. */
    @Override
    public Cancellable after(Duration delay, Runnable task) {
        return () -> {};
    }
}
