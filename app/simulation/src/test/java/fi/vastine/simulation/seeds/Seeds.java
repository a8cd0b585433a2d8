package fi.vastine.simulation.seeds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Many seeds, some at once, until one breaks a promise. */
final class Seeds {
    /** Held on to, as a logger that nobody holds forgets its level. What the program logs of all these troubles is too much to read. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final long end;
    private final AtomicLong next;
    private final AtomicLong ran = new AtomicLong();
    private final ConcurrentLinkedQueue<Verdict> broken = new ConcurrentLinkedQueue<>();

    private Seeds(long first, long count) {
        this.next = new AtomicLong(first);
        this.end = first + count;
    }

    /** Makes the trial of one thread. */
    interface Trials {
        Trial make() throws Exception;
    }

    /** How many seeds ran, and the first of those that broke a promise, shrunk. */
    record Result(long ran, Optional<Verdict> broken) {}

    static void beQuiet() {
        ROOT.setLevel(Level.OFF);
    }

    static Result run(long first, long count, Trials trials) throws Exception {
        beQuiet();
        var seeds = new Seeds(first, count);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(each -> threads.submit(() -> seeds.runAll(trials)))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
        return new Result(
                seeds.ran.get(),
                seeds.broken.stream()
                        .min(Comparator.comparingLong(each -> each.plan().seed())));
    }

    private Void runAll(Trials trials) throws Exception {
        Trial trial = trials.make();
        for (long seed = next.getAndIncrement(); seed < end && broken.isEmpty(); seed = next.getAndIncrement()) {
            Verdict verdict = trial.of(Planner.of(seed));
            ran.incrementAndGet();
            if (!verdict.isWell()) {
                broken.add(Shrinking.of(verdict, trial));
            }
        }
        return null;
    }
}
