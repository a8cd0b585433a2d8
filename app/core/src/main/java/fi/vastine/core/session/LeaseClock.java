package fi.vastine.core.session;

import fi.vastine.core.cases.Lease;
import fi.vastine.core.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts how long the backend has not been heard.
 *
 * <p>It adds up what passes between two looks at the laptop's clock, with the program closed too, and what has been counted stays: a
 * clock that is set back makes it stand still once and never runs it backwards. Only the backend's answer begins it anew. Thread
 * safe.
 */
final class LeaseClock {
    private static final String SETTING = "lease";

    /** A crash loses no more of the count than this. */
    private static final Duration KEPT_EACH = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final InstantSource clock;
    private @Nullable Instant heard;
    private Duration counted = Duration.ZERO;
    private Duration kept = Duration.ZERO;
    private Instant seen;
    private @Nullable Instant keptAt;

    /** {@code heard} is when the backend was last heard, as {@link #heard} will be told. */
    LeaseClock(Outbox outbox, InstantSource clock, @Nullable Instant heard) {
        this.outbox = outbox;
        this.clock = clock;
        this.heard = heard;
        this.seen = clock.instant();
        outbox.setting(SETTING).ifPresent(this::read);
    }

    /** Whether cases may be shown, by a lease of so many days. */
    synchronized Lease look(int days) {
        count();
        if (counted.minus(kept).compareTo(KEPT_EACH) >= 0) {
            keep();
        }
        return counted.compareTo(Duration.ofDays(days)) > 0 ? Lease.OVER : Lease.RUNNING;
    }

    /** The backend has been heard at a moment; begins anew if that is news. */
    synchronized void heard(@Nullable Instant at) {
        if (at != null && !at.equals(heard)) {
            heard = at;
            seen = clock.instant();
            counted = Duration.ZERO;
            if (keptAt == null || Duration.between(keptAt, seen).compareTo(KEPT_EACH) >= 0) {
                // Else a program that is heard for weeks and then killed would count all of them.
                keep();
            }
        }
    }

    /** Keeps the count over the end of the program. */
    synchronized void keep() {
        count();
        outbox.keepSetting(SETTING, counted.toMillis() + " " + seen.toEpochMilli());
        kept = counted;
        keptAt = seen;
    }

    private void count() {
        Instant now = clock.instant();
        if (now.isAfter(seen)) {
            counted = counted.plus(Duration.between(seen, now));
        }
        seen = now;
    }

    private void read(String setting) {
        String[] words = setting.split(" ", -1);
        counted = Duration.ofMillis(Long.parseLong(words[0]));
        kept = counted;
        seen = Instant.ofEpochMilli(Long.parseLong(words[1]));
        keptAt = seen;
    }
}
