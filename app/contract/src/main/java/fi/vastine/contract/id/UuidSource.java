package fi.vastine.contract.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): time first, so that they sort by when they were made.
 *
 * <p>Clock and randomness are given, so that a simulation is repeatable. Thread safe if the generator is.
 */
public final class UuidSource {
    private static final long TIME_MASK = 0xFFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;

    public UuidSource(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next id; two calls never give the same one in practice (74 random bits a millisecond). */
    public UUID next() {
        long time = clock.millis() & TIME_MASK;
        long high = (time << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
