package fi.vastine.contract.due;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.reference.DueRule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {
    private final WorkingDays days = WorkingDays.finnish();
    private final DueDates dueDates = new DueDates(days);

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 7, 2026-04-07",
        "2026-04-30, 14, 2026-05-15",
        "2026-06-12, 7, 2026-06-22",
        "2026-12-30, 7, 2027-01-07",
    })
    void aPromiseEndsOnTheNextWorkingDay(LocalDate began, int promised, LocalDate due) {
        assertThat(dueDates.dueOn(began, promised)).isEqualTo(due);
    }

    @Test
    void everyDayOf2024To2040IsAWorkingDayOrNotAsAnIndependentCalendarSays() {
        LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2041, 1, 1))
                .forEach(day -> assertThat(days.isWorkingDay(day))
                        .as("%s", day)
                        .isEqualTo(!isWeekend(day) && !isClosedByAnotherReckoning(day)));
    }

    @Test
    void workingDaysAreCountedAfterTheFirstDayUpToTheLast() {
        LocalDate friday = LocalDate.of(2026, 4, 2).plusDays(-6);
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(days.between(friday, friday)).isZero();
        assertThat(days.between(friday, friday.plusDays(3))).isEqualTo(1);
        assertThat(days.between(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 7)))
                .isEqualTo(1);
        assertThat(days.between(LocalDate.of(2026, 4, 7), LocalDate.of(2026, 4, 2)))
                .isEqualTo(-1);
    }

    @Test
    void theDayOfReceptionIsAHelsinkiDay() {
        var rules = List.of(new DueRule("r", 1, 7, null, null, null, LocalDate.of(2024, 1, 1)));
        Instant afterMidnightInHelsinki = Instant.parse("2026-11-15T22:30:00Z");

        assertThat(dueDates.promise(afterMidnightInHelsinki, Channel.WEB, FeedbackKind.OTHER, List.of(), rules))
                .contains(new Promise(LocalDate.of(2026, 11, 23), 7, 1));
    }

    @Test
    void theMostParticularRuleInItsNewestVersionHolds() {
        var accessibility = new ThemeId("saavutettavuus");
        LocalDate start = LocalDate.of(2024, 1, 1);
        var rules = List.of(
                new DueRule("all", 3, 7, null, null, null, start),
                new DueRule("all", 4, 5, null, null, null, LocalDate.of(2027, 1, 1)),
                new DueRule("digital", 1, 14, null, null, accessibility, start));
        Instant received = Instant.parse("2026-11-16T08:00:00Z");

        assertThat(dueDates.promise(received, Channel.WEB, FeedbackKind.OTHER, List.of(), rules))
                .map(Promise::ruleVersion)
                .contains(3);
        assertThat(dueDates.promise(received, Channel.WEB, FeedbackKind.OTHER, List.of(accessibility), rules))
                .map(Promise::days)
                .contains(14);
        assertThat(dueDates.promise(received, Channel.WEB, FeedbackKind.OTHER, List.of(), List.of()))
                .isEmpty();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The same holidays told another way: Easter by Gauss, Midsummer and All Saints by looking at the day itself. */
    private static boolean isClosedByAnotherReckoning(LocalDate day) {
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        long fromEaster = day.toEpochDay() - easterByGauss(day.getYear()).toEpochDay();
        boolean fixed = switch (month) {
            case 1 -> date == 1 || date == 6;
            case 5 -> date == 1;
            case 12 -> date == 6 || (date >= 24 && date <= 26);
            default -> false;
        };
        boolean midsummerEve = month == 6 && date >= 19 && date <= 25 && day.getDayOfWeek() == DayOfWeek.FRIDAY;
        return fixed || midsummerEve || fromEaster == -2 || fromEaster == 1 || fromEaster == 39;
    }

    /** Easter Sunday by Gauss (1816), with his constants for 1900 to 2099. */
    private static LocalDate easterByGauss(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        int march = 22 + d + e;
        if (d == 29 && e == 6) {
            march -= 7;
        }
        if (d == 28 && e == 6 && year % 19 > 10) {
            march -= 7;
        }
        return LocalDate.of(year, 3, 1).plusDays(march - 1L);
    }
}
