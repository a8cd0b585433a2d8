package fi.vastine.backend.county;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.random.RandomGenerator;

/** When feedback comes and when staff are at work: weekdays, holidays, summer, hours. In Europe/Helsinki. */
final class Rhythm {
    private final WorkingDays days;

    Rhythm(WorkingDays days) {
        this.days = days;
    }

    /** How much comes in by a channel on a day, against an ordinary working day. */
    double weight(Channel channel, LocalDate day) {
        double busy = season(day);
        return switch (channel) {
            case WEB -> busy * (days.isWorkingDay(day) ? monday(day) : 0.55);
            case SMS -> busy * (days.isWorkingDay(day.minusDays(2)) ? 1.0 : 0.14);
            case DEVICE -> busy * (days.isWorkingDay(day) ? monday(day) : 0.12);
            case QR -> busy * (days.isWorkingDay(day) ? 1.0 : 0.5);
            case PAPER -> days.isWorkingDay(day) ? busy : 0.0;
            case ORAL -> busy * (days.isWorkingDay(day) ? 1.0 : 0.25);
            case SUPPORTED -> days.isWorkingDay(day) ? summerWorkers(day) : 0.0;
        };
    }

    /** A moment of a day at which feedback comes by a channel. */
    Instant arrival(Channel channel, LocalDate day, RandomGenerator random) {
        return switch (channel) {
            case WEB -> moment(day, 6 * 60, 23 * 60 + 50, random);
            case SMS -> moment(day, 10 * 60, 20 * 60 + 30, random);
            case DEVICE, QR -> moment(day, 7 * 60 + 30, 16 * 60, random);
            case PAPER -> moment(day, 13 * 60, 15 * 60 + 30, random);
            case ORAL, SUPPORTED -> moment(day, 9 * 60, 16 * 60, random);
        };
    }

    /** A moment at work so many working days after another, and after it in any case. */
    Instant atWork(Instant after, int workingDays, RandomGenerator random) {
        LocalDate day = LocalDate.ofInstant(after, DueDates.ZONE);
        for (int i = 0; i < workingDays; i++) {
            day = days.onOrAfter(day.plusDays(1));
        }
        Instant moment = moment(days.onOrAfter(day), 7 * 60 + 15, 15 * 60 + 50, random);
        return moment.isAfter(after) ? moment : moment(days.onOrAfter(day.plusDays(1)), 7 * 60 + 15, 10 * 60, random);
    }

    /** A moment of a day, the middle of the span likelier than its ends. */
    private static Instant moment(LocalDate day, int fromMinute, int toMinute, RandomGenerator random) {
        double middle = (random.nextDouble() + random.nextDouble()) / 2;
        int second = (int) (60 * (fromMinute + middle * (toMinute - fromMinute)));
        return day.atTime(LocalTime.ofSecondOfDay(second)).atZone(DueDates.ZONE).toInstant();
    }

    private static double season(LocalDate day) {
        return switch (day.getMonth()) {
            case JULY -> 0.62;
            case JUNE, AUGUST, DECEMBER -> 0.85;
            case JANUARY, FEBRUARY, OCTOBER, NOVEMBER -> 1.1;
            default -> 1.0;
        };
    }

    private static double summerWorkers(LocalDate day) {
        return day.getMonth() == Month.JUNE || day.getMonth() == Month.JULY ? 4.0 : 1.0;
    }

    private static double monday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY ? 1.25 : 1.0;
    }
}
