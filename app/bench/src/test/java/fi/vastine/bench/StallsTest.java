package fi.vastine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallsTest {

    @Test
    void longStallCountsOnceForEachMillisecondOfIt() {
        var stalls = new Stalls();

        stalls.take(Duration.ofMillis(3).toNanos());

        assertThat(stalls.waits().percentile("f", "ms", 100)).isEqualTo(new Figure("f", 3, "ms", 3, 1, 3));
    }

    @Test
    void shortStallCountsOnce() {
        var stalls = new Stalls();

        stalls.take(Duration.ofNanos(200_000).toNanos());

        assertThat(stalls.waits().median("f", "ms").value()).isEqualTo(0.2);
        assertThat(stalls.waits().median("f", "ms").n()).isEqualTo(1);
    }
}
