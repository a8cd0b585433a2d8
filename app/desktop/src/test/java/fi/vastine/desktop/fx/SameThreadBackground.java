package fi.vastine.desktop.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does everything at once on the caller's thread; what is due later waits for {@link #pass}. */
public final class SameThreadBackground implements Background {

    private final List<Waiting> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final Queue<Runnable> heldBack = new ArrayDeque<>();
    private @Nullable Lane held;
    private long made;

    private record Waiting(long order, Duration due, Runnable task) {}

    @Override
    public <T> void run(
            Lane lane, Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed) {
        Runnable whole = () -> doNow(work, done, failed);
        if (lane == held) {
            heldBack.add(whole);
        } else {
            whole.run();
        }
    }

    /** The lane is slow from now on: its work waits for {@link #release}. */
    public void hold(Lane lane) {
        held = lane;
    }

    /** The lane does what waited, and is quick again. */
    public void release() {
        held = null;
        while (!heldBack.isEmpty()) {
            heldBack.remove().run();
        }
    }

    private static <T> void doNow(
            Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed) {
        T result;
        try {
            result = work.get();
        } catch (RuntimeException failure) {
            failed.accept(failure);
            return;
        }
        done.accept(result);
    }

    @Override
    public void onScreen(Runnable task) {
        task.run();
    }

    @Override
    public <T> Consumer<T> latest(Consumer<? super T> screen) {
        return screen::accept;
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        Waiting later = new Waiting(made++, now.plus(delay), task);
        waiting.add(later);
        return () -> waiting.remove(later);
    }

    /** Lets time pass: what falls due in it happens, in order. */
    public void pass(Duration time) {
        Duration until = now.plus(time);
        for (Optional<Waiting> next = nextBy(until); next.isPresent(); next = nextBy(until)) {
            Waiting due = next.orElseThrow();
            waiting.remove(due);
            now = due.due();
            due.task().run();
        }
        now = until;
    }

    private Optional<Waiting> nextBy(Duration until) {
        return waiting.stream()
                .filter(one -> one.due().compareTo(until) <= 0)
                .min(Comparator.comparing(Waiting::due).thenComparingLong(Waiting::order));
    }
}
