package fi.vastine.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final SameThreadBackground background = new SameThreadBackground();
    private final AtomicInteger idle = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-23T06:42:00Z");
    private final IdleWatch watch = new IdleWatch(background, () -> now, QUARTER, idle::incrementAndGet);

    @Test
    void whoeverLeavesIsNoticedAfterTheTimeAndWhoTouchesIsNot() {
        pass(Duration.ofMinutes(14));
        watch.touch();
        pass(Duration.ofMinutes(14));
        assertThat(idle).hasValue(0);

        pass(Duration.ofMinutes(1));
        assertThat(idle).hasValue(1);
    }

    @Test
    void theFirstTouchAfterALongSleepComesTooLate() {
        // The lid is shut: the clock goes on, the timers do not.
        now = now.plus(Duration.ofHours(3));

        watch.touch();

        assertThat(idle).hasValue(1);
    }

    @Test
    void aShorterTimeHoldsAtOnce() {
        pass(Duration.ofMinutes(6));

        watch.allow(Duration.ofMinutes(5));

        assertThat(idle).hasValue(1);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        background.pass(time);
    }
}
