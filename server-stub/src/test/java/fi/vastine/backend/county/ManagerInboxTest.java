package fi.vastine.backend.county;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagerInboxTest {
    private static final PersonId AINO = new PersonId("aino.koskela");

    private final WorkingDays days = WorkingDays.finnish();

    @ParameterizedTest(name = "on {0}")
    @ValueSource(
            strings = {
                "2025-12-24", // what came in yesterday is the next that is due
                "2026-11-23", // Monday
                "2026-11-25",
                "2026-11-27", // Friday
                "2026-11-28", // Saturday
                "2026-11-29", // Sunday
                "2026-12-24",
                "2027-01-02",
                "2027-03-29", // Easter Monday
                "2027-06-25", // Midsummer Eve
                "2028-02-29"
            })
    void theInboxHasSomethingOfEverythingWhateverTheDay(LocalDate today) {
        List<FeedbackCase> open = open(today);
        LocalDate dueToday = days.onOrAfter(today);
        Instant midnight = today.atStartOfDay(DueDates.ZONE).toInstant();
        List<FeedbackCase> owed = open.stream().filter(FeedbackCase::owesReply).toList();

        assertThat(open.stream().flatMap(each -> each.history().stream()))
                .allMatch(event -> event.at().isBefore(midnight));
        assertThat(owed).filteredOn(each -> due(each).isBefore(today)).hasSizeBetween(1, 2);
        assertThat(owed).filteredOn(each -> due(each).equals(dueToday)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(owed).filteredOn(each -> due(each).isAfter(dueToday)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(owed).filteredOn(FeedbackCase::waitsForReview).hasSize(1);
        assertThat(owed).filteredOn(each -> each.drafts().isEmpty()).hasSizeGreaterThan(8);
        assertThat(owed).filteredOn(has(Signal.IDENTITY_CODE)).hasSize(1);
        assertThat(owed).filteredOn(has(Signal.OBJECTION)).hasSize(1);
        assertThat(open).filteredOn(has(Signal.URGENT)).hasSize(1);
        assertThat(owed)
                .filteredOn(each -> each.origin().language() == Language.SV)
                .hasSize(1);
        assertThat(owed)
                .filteredOn(each -> Objects.requireNonNull(each.replyWish()).way() == Way.PHONE)
                .hasSize(1);
        assertThat(open)
                .filteredOn(each -> each.replyWish() == null && each.status() == CaseStatus.NEW)
                .hasSizeBetween(18, 24)
                .filteredOn(each -> each.kind() == FeedbackKind.THANKS)
                .hasSizeBetween(2, 10);
    }

    @ParameterizedTest(name = "on {0}")
    @ValueSource(strings = {"2026-11-23", "2026-11-24", "2026-11-25"})
    void earlyInTheWeekItIsTwoTodayThreeOrFourThisWeekAndTheRestLater(LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<FeedbackCase> owed = open(today).stream()
                .filter(each -> each.owesReply() && !each.waitsForReview())
                .toList();

        assertThat(owed).filteredOn(each -> due(each).equals(today)).hasSize(2);
        assertThat(owed)
                .filteredOn(each -> due(each).isAfter(today) && !due(each).isAfter(sunday))
                .hasSizeBetween(3, 4);
        assertThat(owed).filteredOn(each -> due(each).isAfter(sunday)).hasSizeBetween(3, 6);
    }

    private List<FeedbackCase> open(LocalDate today) {
        var county = new County(1, 3000, today);
        Set<UnitId> hers = county.units().stream()
                .filter(unit -> AINO.equals(unit.responsible()))
                .map(Unit::id)
                .collect(Collectors.toSet());
        return county.cases()
                .filter(each -> hers.contains(each.unit()))
                .filter(each ->
                        each.status() == CaseStatus.NEW || each.status() == CaseStatus.IN_PROGRESS || each.owesReply())
                .toList();
    }

    private static LocalDate due(FeedbackCase owed) {
        return Objects.requireNonNull(owed.promise()).dueOn();
    }

    private static Predicate<FeedbackCase> has(Signal signal) {
        return each -> each.signals().contains(signal);
    }
}
