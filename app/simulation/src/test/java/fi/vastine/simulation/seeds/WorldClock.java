package fi.vastine.simulation.seeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when told. */
final class WorldClock implements InstantSource {
    private Instant now;

    WorldClock(Instant begin) {
        this.now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A laptop's own clock, which is always wrong by as much. */
    InstantSource wrongBy(Duration skew) {
        return () -> now.plus(skew);
    }
}
