package fi.vastine.backend.http;

import java.time.Instant;

/**
 * What laptops' clocks say, kept within years that calendars and databases can hold.
 *
 * <p>Such a time is shown and never used for order: a clock that is wrong must not hold up what was done by it.
 */
public final class LaptopTime {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private LaptopTime() {}

    /** The time as said, or the nearest that can be held. */
    public static Instant held(Instant said) {
        if (said.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return said.isAfter(LATEST) ? LATEST : said;
    }
}
