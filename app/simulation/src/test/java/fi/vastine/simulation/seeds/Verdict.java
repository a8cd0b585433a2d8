package fi.vastine.simulation.seeds;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan came to.
 *
 * @param broken the promises that were not kept; none if all is well
 * @param story what happened
 */
record Verdict(Plan plan, List<Broken> broken, List<String> story) {
    boolean isWell() {
        return broken.isEmpty();
    }

    /** For whoever has to find out why. */
    String report() {
        return "seed " + plan.seed() + ", " + plan.steps().size() + " steps, " + plan.cast() + "\n"
                + String.join("\n", story) + "\n\nNot kept:\n  "
                + broken.stream().map(Broken::toString).collect(Collectors.joining("\n  "));
    }

    /** Whether it breaks a promise that another one breaks. */
    boolean breaksTheSameAs(Verdict other) {
        Set<Broken.Promise> promises =
                other.broken.stream().map(Broken::promise).collect(Collectors.toSet());
        return broken.stream().map(Broken::promise).anyMatch(promises::contains);
    }
}
