package fi.vastine.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueGroupTest {
    @ParameterizedTest
    @CsvSource({
        // Monday 23.11.2026
        "2026-11-23, 2026-11-20, LATE",
        "2026-11-23, 2026-11-23, TODAY",
        "2026-11-23, 2026-11-24, THIS_WEEK",
        "2026-11-23, 2026-11-29, THIS_WEEK",
        "2026-11-23, 2026-11-30, LATER",
        // Sunday: the next working day belongs to the next week
        "2026-11-29, 2026-11-30, LATER",
        "2026-11-29, 2026-11-27, LATE",
        // Saturday before Easter Monday, a holiday: Tuesday is the next working day
        "2026-04-04, 2026-04-07, LATER",
        // Christmas Eve, Thursday: Monday is the next working day
        "2026-12-24, 2026-12-28, LATER",
        // Thursday 31.12. to Friday 8.1.: another year, another week
        "2026-12-31, 2027-01-08, LATER",
        "2026-12-31, 2027-01-02, THIS_WEEK",
    })
    void aDueDateFallsIntoItsGroup(LocalDate today, LocalDate dueOn, DueGroup group) {
        assertThat(DueGroup.of(dueOn, today)).isEqualTo(group);
    }

    @Test
    void aCaseWithoutAPromiseIsNeverLate() {
        assertThat(DueGroup.of(null, LocalDate.of(2026, 11, 23))).isEqualTo(DueGroup.LATER);
    }
}
