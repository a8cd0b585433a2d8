package fi.vastine.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final Json json = new Json();

    record Sample(LocalDate dueOn, Instant at, @Nullable String note, List<String> themes) {}

    @Test
    void datesAreIsoTextAndNullsAreLeftOut() {
        Sample sample = new Sample(LocalDate.of(2026, 4, 7), Instant.parse("2026-03-27T12:05:00Z"), null, List.of());

        assertThat(json.write(sample))
                .isEqualTo("{\"dueOn\":\"2026-04-07\",\"at\":\"2026-03-27T12:05:00Z\",\"themes\":[]}");
    }

    @Test
    void whatANewerBackendAddsIsIgnored() {
        String text =
                "{\"dueOn\":\"2026-04-07\",\"at\":\"2026-03-27T12:05:00Z\",\"themes\":[\"kohtelu\"],\"later\":{\"x\":1}}";

        assertThat(json.read(text, Sample.class))
                .isEqualTo(new Sample(
                        LocalDate.of(2026, 4, 7), Instant.parse("2026-03-27T12:05:00Z"), null, List.of("kohtelu")));
    }

    @Test
    void theErrorOverADamagedTextDoesNotRepeatIt() {
        assertThatThrownBy(() -> json.read("{\"dueOn\":\"salaista", Sample.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("salaista")
                .hasNoCause();
    }
}
