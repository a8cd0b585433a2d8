package fi.vastine.simulation.seeds;

import fi.vastine.core.cases.Lease;
import fi.vastine.core.session.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a laptop last heard the backend, by its own clock, and what follows for what it may show. */
final class LastHeard {
    private static final Duration LEASE = Duration.ofDays(14);

    /** A crash may lose some minutes of the count. */
    private static final Duration ABOUT = Duration.ofHours(1);

    private Instant at;
    private boolean maybeForgotten;

    /** Nothing was heard yet; the lease begins. */
    LastHeard(Instant begin) {
        this.at = begin;
    }

    /** Looks whether the backend has been heard. */
    void look(SyncState state) {
        Instant updated = state.updatedAt();
        if (updated != null && updated.isAfter(at)) {
            at = updated;
            maybeForgotten = false;
        }
    }

    /** The laptop crashed, or its disk was put back: it may believe that it was earlier. */
    void mayBeForgotten() {
        maybeForgotten = true;
    }

    /** Whether the lease is not what it should be at this moment, or cases are shown that should not. */
    Optional<String> wrong(Instant now, Lease lease, int shown) {
        Duration since = Duration.between(at, now);
        boolean over = since.compareTo(LEASE.plus(ABOUT)) > 0;
        boolean runs = since.compareTo(LEASE.minus(ABOUT)) < 0 && !maybeForgotten;
        if (over && (lease == Lease.RUNNING || shown > 0)) {
            return Optional.of("shows " + shown + " cases after " + since.toDays() + " days without the backend");
        }
        return runs && lease == Lease.OVER
                ? Optional.of("shows no cases though it heard the backend " + since.toDays() + " days ago")
                : Optional.empty();
    }
}
