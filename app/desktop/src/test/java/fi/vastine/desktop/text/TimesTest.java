package fi.vastine.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:42:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T06:12:00Z");

    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Clock.fixed(NOW, ZoneId.of("Europe/Helsinki")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FI | ti 17.11. klo 8.12", "SV | tis 17.11 kl. 8.12", "EN | Tue 17 Nov at 08:12"})
    void momentIsWrittenAsTheLanguageWritesIt(Language language, String written) {
        texts.language().set(language);

        assertThat(times.moment(TUESDAY)).isEqualTo(written);
    }

    @Test
    void timeOfTodayNeedsNoDayButYesterdayDoes() {
        assertThat(times.clock(NOW)).isEqualTo("klo 8.42");
        assertThat(times.clock(TUESDAY)).isEqualTo("ti 17.11. klo 8.12");
    }

    @Test
    void dayOfAnotherYearCarriesItsYear() {
        assertThat(times.day(LocalDate.of(2025, 11, 17))).isEqualTo("ma 17.11.2025");
    }

    @ParameterizedTest
    @CsvSource({
        "17.11.2026, 2026-11-17",
        "17.11., 2026-11-17",
        "24.11, 2025-11-24",
        "1/12/25, 2025-12-01",
        "24.11.2026, 2026-11-24",
        "29.2.2025,",
        "31.2.,",
        "eilen,",
        "'',"
    })
    void aDayIsReadAsPeopleWriteIt(String written, LocalDate day) {
        assertThat(times.readDate(written).orElse(null)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FI | 2026-11-20 | -1 | myöhässä 3 päivää",
                "FI | 2026-11-22 | 0 | myöhässä 1 päivän",
                "FI | 2026-11-23 | 0 | tänään",
                "FI | 2026-11-24 | 1 | 1 työpäivä jäljellä",
                "FI | 2026-11-25 | 2 | 2 työpäivää jäljellä",
                "SV | 2026-11-20 | -1 | 3 dagar försenad",
                "SV | 2026-11-23 | 0 | i dag",
                "SV | 2026-11-24 | 1 | 1 arbetsdag kvar",
                "EN | 2026-11-22 | 0 | 1 day late",
                "EN | 2026-11-23 | 0 | today",
                "EN | 2026-11-25 | 2 | 2 working days left"
            })
    void dueDateIsSaidInWords(Language language, LocalDate dueOn, int workingDaysLeft, String said) {
        texts.language().set(language);

        assertThat(times.due(dueOn, workingDaysLeft)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "30,juuri nyt",
        "60,1 minuutti sitten",
        "3599,59 minuuttia sitten",
        "3600,1 tunti sitten",
        "86400,1 päivä sitten",
        "1000000,11 päivää sitten"
    })
    void ageIsSaidInItsLargestUnit(long seconds, String said) {
        assertThat(times.ago(NOW.minusSeconds(seconds))).isEqualTo(said);
    }

    @Test
    void thousandsAreSetApartWithASpaceThatDoesNotBreak() {
        assertThat(times.number(1284)).isEqualTo("1\u00a0284");
    }
}
