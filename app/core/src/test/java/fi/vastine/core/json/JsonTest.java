package fi.vastine.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    record Moment(Instant at) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T08:12:00Z",
                "2026-11-23T08:12:00.1Z",
                "2026-11-23T08:12:00.000123Z",
                "2026-11-23T23:59:59.999999999Z",
                "2024-02-29T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:12:00+02:00",
                "+10000-01-01T00:00:00Z"
            })
    void momentsAreReadAsTheyAreWritten(String text) {
        assertThat(json.read("{\"at\":\"" + text + "\"}", Moment.class)).isEqualTo(new Moment(Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T08:12:00Z",
                "2026-13-01T08:12:00Z",
                "2026-11-00T08:12:00Z",
                "2026-11-23T25:12:00Z",
                "2026-11-23T08:60:00Z",
                "2026-11-23T08:12:00.1234567891Z",
                "2026-11-23T08:12:00.12x4Z",
                "2026-11-23t08:12:00",
                "tomorrow"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> json.read("{\"at\":\"" + text + "\"}", Moment.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theErrorOverADamagedTextDoesNotRepeatIt() {
        assertThatThrownBy(() -> json.read("{\"dueOn\":\"salaista", Sample.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("salaista")
                .hasNoCause();
    }
}
