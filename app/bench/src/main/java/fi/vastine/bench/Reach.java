package fi.vastine.bench;

import java.util.List;

/**
 * A value that a figure has to reach.
 *
 * @param most what it may be at most, or must be at least where more is better
 * @param unit as the figure's own
 */
record Reach(String name, double most, String unit, boolean moreIsBetter) {

    /** All that have one, in the order in which a person meets them. */
    static final List<Reach> ALL = List.of(
            atMost("start.inbox.ratio", 1.15, "1"),
            atMost("idle.cpu", 0.1, "s"),
            atMost("sync.first-inbox", 1000, "ms"),
            atMost("sync.initial", 4000, "ms"),
            atMost("sync.initial.ratio", 1.3, "1"),
            atMost("open.replica", 500, "ms"),
            atMost("sync.nothing", 5, "ms"),
            atMost("sync.change", 16, "ms"),
            atMost("sync.change.p99", 100, "ms"),
            atMost("edit.durable", 16, "ms"),
            atMost("sync.flush", 500, "ms"),
            atMost("list.filter", 16, "ms"),
            atMost("list.filter.400000", 16, "ms"),
            atMost("list.sort", 16, "ms"),
            atMost("list.sort.400000", 16, "ms"),
            atMost("fx.stall", 16, "ms"),
            atMost("fx.stall.longest", 50, "ms"),
            atMost("form.answer", 50, "ms"),
            new Reach("server.intake.ratio", 0.8, "1", true));

    /** Figures of what is not built, or not measured, yet. */
    static final List<String> ABSENT = List.of("search.key", "report.draw", "server.idle", "server.pull", "image.size");

    private static Reach atMost(String name, double most, String unit) {
        return new Reach(name, most, unit, false);
    }

    /** How far a value is: below 1 it is reached, 2 is twice too much (or half of what it has to be). */
    double of(double value) {
        return moreIsBetter ? most / value : value / most;
    }
}
