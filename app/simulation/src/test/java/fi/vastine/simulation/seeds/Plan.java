package fi.vastine.simulation.seeds;

import fi.vastine.contract.id.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All that happens, as data: it can be printed, cut, and run again.
 *
 * @param cast whose laptops there are
 */
record Plan(long seed, List<PersonId> cast, List<Planned> steps) {
    Plan {
        cast = List.copyOf(cast);
        steps = List.copyOf(steps);
    }

    /** A step, and how long after the one before it. */
    record Planned(Duration after, Step step) {}

    /** The same without some steps; time passes as if they were there. */
    Plan without(int from, int count) {
        List<Planned> left = new ArrayList<>();
        Duration skipped = Duration.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            Planned each = steps.get(i);
            if (i >= from && i < from + count) {
                skipped = skipped.plus(each.after());
            } else {
                left.add(new Planned(each.after().plus(skipped), each.step()));
                skipped = Duration.ZERO;
            }
        }
        return new Plan(seed, cast, left);
    }
}
