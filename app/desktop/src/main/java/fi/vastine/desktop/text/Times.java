package fi.vastine.desktop.text;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, times, ages and numbers in the form the reader's language gives them.
 *
 * <p>The zone is the clock's. A day of another year carries its year. In Finnish: {@code ti 17.11. klo 8.12}, {@code 1 284}.
 */
public final class Times {

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[./ -](\\d{1,2})(?:[./ -](\\d{4}|\\d{2})?)?");

    private final Texts texts;
    private final Clock clock;

    public Times(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Today in the clock's zone. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A day with its weekday: {@code ti 17.11.} */
    public String day(LocalDate day) {
        String key = day.getYear() == today().getYear() ? "time.day" : "time.day-of-year";
        return formatted(key).format(day);
    }

    /** A day as it is written in a field: {@code 17.11.2026}. */
    public String date(LocalDate day) {
        return formatted("time.date").format(day);
    }

    /**
     * The day that a person wrote: day and month, and the year if it is not the latest that has had that day.
     *
     * @return empty if it is no day
     */
    public Optional<LocalDate> readDate(String written) {
        Matcher parts = DATE.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        int thisYear = today().getYear();
        try {
            if (parts.group(3) != null) {
                int year = Integer.parseInt(parts.group(3));
                return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, month, day));
            }
            boolean toCome = MonthDay.of(month, day).isAfter(MonthDay.from(today()));
            return Optional.of(LocalDate.of(toCome ? thisYear - 1 : thisYear, month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** A time of day: {@code klo 8.12}; with the day before it when it is not today's. */
    public String clock(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, clock.getZone());
        return local.toLocalDate().equals(today()) ? timeOfDay(local.toLocalTime()) : moment(moment);
    }

    /** The same to the second: {@code klo 8.12.07}. */
    public String clockToTheSecond(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, clock.getZone());
        String time = formatted("time.clock-second").format(local.toLocalTime());
        return local.toLocalDate().equals(today()) ? time : texts.text("time.moment", day(local.toLocalDate()), time);
    }

    /** A day and its time: {@code ti 17.11. klo 8.12}. */
    public String moment(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, clock.getZone());
        return texts.text("time.moment", day(local.toLocalDate()), timeOfDay(local.toLocalTime()));
    }

    /** How long ago it was: {@code 5 minuuttia sitten}. */
    public String ago(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        if (age.toMinutes() < 1) {
            return texts.text("time.just-now");
        }
        if (age.toHours() < 1) {
            return texts.text("time.minutes-ago", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return texts.text("time.hours-ago", age.toHours());
        }
        return texts.text("time.days-ago", age.toDays());
    }

    /**
     * When a promise falls due, in words: late in days of the calendar, otherwise in working days that are left.
     *
     * @param dueOn the last day on which the promise is kept
     * @param workingDaysLeft working days after today up to and with {@code dueOn}
     */
    public String due(LocalDate dueOn, int workingDaysLeft) {
        long late = ChronoUnit.DAYS.between(dueOn, today());
        if (late > 0) {
            return texts.text("time.late", late);
        }
        return late == 0 ? texts.text("time.due-today") : texts.text("time.left", workingDaysLeft);
    }

    /** A whole number with its thousands set apart: {@code 1 284}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(number);
    }

    private String timeOfDay(LocalTime time) {
        return formatted("time.clock").format(time);
    }

    private DateTimeFormatter formatted(String key) {
        // The pattern is data of the language, so it is kept in its bundle; in a bundle a quote is doubled.
        return DateTimeFormatter.ofPattern(texts.text(key), texts.locale());
    }
}
