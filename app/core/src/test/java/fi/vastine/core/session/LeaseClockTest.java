package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.cases.Lease;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.MemoryOutbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseClockTest {
    private static final int DAYS = 14;

    private final MemoryOutbox outbox = new MemoryOutbox(new Json());
    private final SteppingClock clock = new SteppingClock();

    @Test
    void aProgramThatHeardTheBackendForWeeksAndIsKilledStillShowsItsCases() {
        var lease = new LeaseClock(outbox, clock, null);
        for (Duration passed = Duration.ZERO; passed.toDays() < 20; passed = passed.plusMinutes(5)) {
            clock.pass(Duration.ofMinutes(5));
            lease.look(DAYS);
            lease.heard(clock.instant());
        }

        var afterTheKill = new LeaseClock(outbox, clock, clock.instant());

        assertThat(afterTheKill.look(DAYS)).isEqualTo(Lease.RUNNING);
        clock.pass(Duration.ofDays(14).minusHours(1));
        assertThat(afterTheKill.look(DAYS)).isEqualTo(Lease.RUNNING);
        clock.pass(Duration.ofHours(2));
        assertThat(afterTheKill.look(DAYS)).isEqualTo(Lease.OVER);
    }
}
