package fi.vastine.contract.due;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Which days are working days, from a list of holidays kept as data.
 *
 * <p>Immutable but for remembering the years it has worked out; thread safe. Years of the Gregorian calendar.
 */
public final class WorkingDays {
    private final List<IntFunction<LocalDate>> holidays;
    private final ConcurrentMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private WorkingDays(List<IntFunction<LocalDate>> holidays) {
        this.holidays = holidays;
    }

    /** The Finnish calendar, from {@code finnish-holidays.txt}: the days on which a county's office is closed. */
    public static WorkingDays finnish() {
        try (InputStream in = WorkingDays.class.getResourceAsStream("finnish-holidays.txt")) {
            if (in == null) {
                throw new IllegalStateException("finnish-holidays.txt is missing from the program");
            }
            return new WorkingDays(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WorkingDays::rule)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isHoliday(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::of).contains(day);
    }

    public boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The day itself if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** How many working days lie after {@code from}, up to and with {@code to}; negative if {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private Set<LocalDate> of(int year) {
        return holidays.stream().map(holiday -> holiday.apply(year)).collect(Collectors.toUnmodifiableSet());
    }

    private static IntFunction<LocalDate> rule(String line) {
        String[] words = line.split("\\s+", 4);
        return switch (words[0]) {
            case "fixed" -> monthDay(words[1])::atYear;
            case "easter" -> {
                int days = Integer.parseInt(words[1]);
                yield year -> easterSunday(year).plusDays(days);
            }
            case "weekday" -> {
                DayOfWeek weekday = DayOfWeek.valueOf(words[1]);
                MonthDay first = monthDay(words[2]);
                yield year -> first.atYear(year).with(TemporalAdjusters.nextOrSame(weekday));
            }
            default -> throw new IllegalStateException("not a rule for a holiday: " + line);
        };
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    /** Easter Sunday by the anonymous Gregorian computus, as published by Meeus (Astronomical Algorithms, 1991). */
    private static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int moon = (19 * golden + century - century / 4 - correction + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * sunday) / 451;
        int days = moon + sunday - 7 * late + 114;
        return LocalDate.of(year, Month.of(days / 31), days % 31 + 1);
    }
}
