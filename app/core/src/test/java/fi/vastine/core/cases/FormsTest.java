package fi.vastine.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.reference.Names;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which version a laptop asks by, whatever it has heard of newer ones. */
class FormsTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void aNewVersionTakesEffectOnItsDayAndNoneBefore() {
        Form old = form("national", 1, Audience.ADULT, MAY, null);
        Form next = form("national", 2, Audience.ADULT, JULY, null);
        var forms = new Forms(List.of(next, old));

        assertThat(forms.usable(JUNE)).containsExactly(old);
        assertThat(forms.usable(JULY)).containsExactly(next);
        assertThat(forms.usable(MAY.minusDays(1))).isEmpty();
    }

    @Test
    void aVersionThatHasEndedDoesNotBringTheOneBeforeItBack() {
        Form old = form("child", 1, Audience.CHILD, MAY, null);
        Form ended = form("child", 2, Audience.CHILD, JUNE, JUNE.plusDays(9));

        assertThat(new Forms(List.of(old, ended)).usable(JULY)).isEmpty();
    }

    @Test
    void answersFindTheVersionTheyWereGivenTo() {
        Form old = form("child", 1, Audience.CHILD, MAY, null);
        Form adult = form("national", 1, Audience.ADULT, MAY, null);
        var forms = new Forms(List.of(old, adult));

        assertThat(forms.version("child/1")).contains(old);
        assertThat(forms.version("child/7")).isEmpty();
        assertThat(forms.usable(JUNE, Audience.CHILD)).containsExactly(old);
    }

    private static Form form(String id, int version, Audience audience, LocalDate from, @Nullable LocalDate until) {
        Names title = new Names(id, id, id);
        return new Form(
                id,
                Integer.toString(version),
                "https://vastine.example/" + id,
                from,
                until,
                audience,
                title,
                List.of(),
                List.of(),
                List.of());
    }
}
