package fi.vastine.backend.county;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.DueRule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The inbox one opens the demo with: whatever the day, something late, something due, something for later.
 *
 * <p>When a case came in follows from when it shall be due, by trying the days before today with the real due dates. On a
 * day on which nothing can be due, what would be due today is due on the next working day.
 */
final class ManagerInbox {
    private static final int FARTHEST = 30;

    private final List<CSVRecord> rows;
    private final Comments comments;
    private final Arrivals arrivals;
    private final Handling handling;
    private final Rhythm rhythm;
    private final LocalDate today;
    private final NavigableMap<LocalDate, List<LocalDate>> arrivalsByDue = new TreeMap<>();

    ManagerInbox(
            CountyFiles files,
            Comments comments,
            Arrivals arrivals,
            Handling handling,
            WorkingDays days,
            List<DueRule> rules,
            LocalDate today) {
        this.rows = files.table("inbox.csv");
        this.comments = comments;
        this.arrivals = arrivals;
        this.handling = handling;
        this.rhythm = new Rhythm(days);
        this.today = today;
        var dueDates = new DueDates(days);
        for (int ago = 1; ago <= FARTHEST; ago++) {
            LocalDate day = today.minusDays(ago);
            Instant noon = day.atTime(12, 0).atZone(DueDates.ZONE).toInstant();
            dueDates.promise(noon, Channel.WEB, FeedbackKind.OTHER, List.of(), rules)
                    .ifPresent(promise -> arrivalsByDue
                            .computeIfAbsent(promise.dueOn(), each -> new ArrayList<>())
                            .add(day));
        }
    }

    /** The texts of this inbox. */
    List<Comment> texts() {
        return rows.stream().map(row -> comments.beginning(row.get("text"))).toList();
    }

    List<FeedbackCase> cases(Place manager, Place triage, PersonId reviewer, RandomGenerator random) {
        var inbox = new ArrayList<FeedbackCase>();
        var seen = new TreeMap<String, Integer>();
        for (CSVRecord row : rows) {
            String group = row.get("group");
            int nth = seen.merge(group, 1, Integer::sum) - 1;
            inbox.add(one(row, nth, group.equals("TRIAGE") ? triage : manager, reviewer, random));
        }
        return inbox;
    }

    private FeedbackCase one(CSVRecord row, int nth, Place place, PersonId reviewer, RandomGenerator random) {
        String group = row.get("group");
        Channel wanted = Channel.valueOf(row.get("channel"));
        LocalDate day = arrivalDay(group, nth);
        while (group.equals("READ") && rhythm.weight(wanted, day) == 0) {
            day = day.minusDays(1);
        }
        Channel channel = rhythm.weight(wanted, day) > 0 ? wanted : Channel.WEB;
        Comment comment = comments.beginning(row.get("text"));
        Way way = row.get("way").isEmpty() ? null : Way.valueOf(row.get("way"));
        Instant at = rhythm.arrival(channel, day, random);
        FeedbackCase received = arrivals.words(place, channel, at, comment, way, random);
        boolean drafted = group.equals("REVIEW") || comment.has(Comment.Flag.HETU);
        return drafted
                ? handling.drafted(received, nextMorning(at), comment, place, askedIn(group, reviewer), random)
                : received;
    }

    private static @Nullable PersonId askedIn(String group, PersonId reviewer) {
        return group.equals("REVIEW") ? reviewer : null;
    }

    private LocalDate arrivalDay(String group, int nth) {
        return switch (group) {
            case "LATE" -> dueOn(before(), nth);
            case "TODAY" -> timeToWrite(arrivalsByDue.tailMap(dueToday(), true)).orElseThrow();
            case "WEEK" -> dueOn(restOfWeek(), nth);
            case "REVIEW" ->
                timeToWrite(arrivalsByDue.tailMap(dueToday(), false))
                        .or(() -> timeToWrite(arrivalsByDue.tailMap(dueToday(), true)))
                        .orElseThrow();
            case "LATER" -> dueOn(nextWeek(), nth);
            case "TRIAGE" -> today.minusDays(1 + nth);
            case "READ" -> today.minusDays(1 + nth * 9 / 20);
            default -> throw new IllegalArgumentException("no such group: " + group);
        };
    }

    /** The day of arrival for the nth case due on one of these days, turn by turn. */
    private static LocalDate dueOn(NavigableMap<LocalDate, List<LocalDate>> dues, int nth) {
        List<List<LocalDate>> inTurn = List.copyOf(dues.values());
        List<LocalDate> days = inTurn.get(nth % inTurn.size());
        return days.get(nth / inTurn.size() % days.size());
    }

    private NavigableMap<LocalDate, List<LocalDate>> before() {
        NavigableMap<LocalDate, List<LocalDate>> late = arrivalsByDue.headMap(today, false);
        LocalDate last = late.lastKey();
        LocalDate lastButOne = late.lowerKey(last);
        return late.tailMap(lastButOne == null ? last : lastButOne, true);
    }

    private LocalDate dueToday() {
        return arrivalsByDue.ceilingKey(today);
    }

    /** The day of arrival for what is due soon and was begun on the morning after it came: before yesterday. */
    private Optional<LocalDate> timeToWrite(NavigableMap<LocalDate, List<LocalDate>> dues) {
        return dues.values().stream()
                .flatMap(List::stream)
                .filter(day -> day.isBefore(today.minusDays(1)))
                .findFirst();
    }

    /** What is due after today and before Monday; at the end of a week, what is due next. */
    private NavigableMap<LocalDate, List<LocalDate>> restOfWeek() {
        NavigableMap<LocalDate, List<LocalDate>> week = arrivalsByDue.headMap(sunday(), true);
        return week.isEmpty() || !week.lastKey().isAfter(dueToday())
                ? arrivalsByDue.tailMap(dueToday(), false)
                : week.tailMap(dueToday(), false);
    }

    private NavigableMap<LocalDate, List<LocalDate>> nextWeek() {
        LocalDate after = sunday().isAfter(dueToday()) ? sunday() : dueToday();
        return arrivalsByDue.tailMap(after, false);
    }

    private LocalDate sunday() {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static Instant nextMorning(Instant arrived) {
        return LocalDate.ofInstant(arrived, DueDates.ZONE)
                .plusDays(1)
                .atTime(8, 12)
                .atZone(DueDates.ZONE)
                .toInstant();
    }
}
