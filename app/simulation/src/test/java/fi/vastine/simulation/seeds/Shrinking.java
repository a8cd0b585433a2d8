package fi.vastine.simulation.seeds;

/** Leaves steps out of a plan as long as what remains still breaks a promise. */
final class Shrinking {
    /** Enough for a plan of a hundred steps; a reader does not wait for the very least. */
    private static final int MOST_TRIALS = 400;

    private final Trial trial;
    private int trials;

    private Shrinking(Trial trial) {
        this.trial = trial;
    }

    static Verdict of(Verdict broken, Trial trial) {
        return new Shrinking(trial).shrunk(broken);
    }

    private Verdict shrunk(Verdict broken) {
        Verdict least = broken;
        for (int piece = Math.max(1, broken.plan().steps().size() / 2); piece > 0; piece /= 2) {
            int from = 0;
            while (from < least.plan().steps().size() && trials < MOST_TRIALS) {
                trials++;
                Verdict smaller = trial.of(least.plan().without(from, piece));
                if (smaller.breaksTheSameAs(broken)) {
                    least = smaller;
                } else {
                    from += piece;
                }
            }
        }
        return least;
    }
}
