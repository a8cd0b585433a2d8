package fi.vastine.backend.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.text.ReplyText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final County county = new County(1, County.DEFAULT_SIZE, TODAY);
    private final WorkingDays days = WorkingDays.finnish();
    private List<FeedbackCase> cases = List.of();

    @BeforeAll
    void live() {
        cases = county.cases().toList();
    }

    @Test
    void thereAreAsManyCasesAsAskedFor() {
        assertThat(cases).hasSize(County.DEFAULT_SIZE);
        assertThat(cases.stream().map(FeedbackCase::id)).doesNotHaveDuplicates();
        assertThat(new County(9, 200, TODAY).cases()).hasSize(200);
    }

    @Test
    void theSameSeedAndDayGiveTheSameCountyToTheLastByte() throws Exception {
        String again = json(new County(1, 2000, TODAY).cases());

        assertThat(json(new County(1, 2000, TODAY).cases())).isEqualTo(again);
        assertThat(json(new County(2, 2000, TODAY).cases())).isNotEqualTo(again);
    }

    @Test
    void casesComeInTheOrderInWhichTheyCameInAndNoneComesFromTheFuture() {
        Instant midnight = TODAY.atStartOfDay(DueDates.ZONE).toInstant();

        assertThat(cases)
                .isSortedAccordingTo(Comparator.comparing(each -> each.origin().receivedAt()));
        assertThat(cases.stream().flatMap(each -> each.history().stream()).map(Event::at))
                .allMatch(at -> at.isBefore(midnight));
        assertThat(cases.getFirst().origin().receivedAt())
                .isBefore(TODAY.minusMonths(17).atStartOfDay(DueDates.ZONE).toInstant());
    }

    @Test
    void whatHappenedToACaseIsToldInOrder() {
        assertThat(cases)
                .allSatisfy(each ->
                        assertThat(each.history().stream().map(Event::at)).isSorted());
    }

    @Test
    void mostIsTextMessagesAndScoresWithoutWords() {
        assertThat(share(each -> each.origin().channel() == Channel.SMS)).isCloseTo(0.58, within(0.03));
        assertThat(share(each -> each.origin().channel() == Channel.DEVICE)).isCloseTo(0.20, within(0.02));
        assertThat(share(each -> each.origin().channel() == Channel.WEB)).isCloseTo(0.10, within(0.015));
        assertThat(share(each -> each.feedback().text().isEmpty())).isBetween(0.5, 0.7);
        for (Channel channel : Channel.values()) {
            assertThat(share(each -> each.origin().channel() == channel)).isGreaterThan(0.01);
        }
    }

    @Test
    void aboutThreeInAHundredWishForAReplyAndNobodyDoesByTextMessageOrDevice() {
        assertThat(share(each -> each.replyWish() != null)).isCloseTo(0.03, within(0.008));
        assertThat(cases)
                .noneMatch(each -> each.replyWish() != null
                        && (each.origin().channel() == Channel.SMS
                                || each.origin().channel() == Channel.DEVICE));
        assertThat(cases.stream()
                        .filter(each -> each.replyWish() != null)
                        .map(each -> Objects.requireNonNull(each.replyWish()).way())
                        .distinct())
                .contains(Way.MAIL, Way.PHONE, Way.POST);
    }

    @Test
    void everyPromiseIsTheOneThatTheRulesGive() {
        var dueDates = new DueDates(days);

        assertThat(cases.stream().filter(each -> each.replyWish() != null)).allSatisfy(each -> {
            var early = each.themes().stream()
                    .filter(theme -> each.history().stream()
                            .noneMatch(event -> event.what() == Event.What.THEME_ADDED
                                    && theme.value().equals(event.to())))
                    .toList();
            assertThat(each.promise())
                    .isEqualTo(dueDates.promise(
                                    each.origin().receivedAt(),
                                    each.origin().channel(),
                                    each.kind(),
                                    early,
                                    county.rules())
                            .orElseThrow());
        });
        assertThat(cases.stream()
                        .filter(each -> each.promise() != null)
                        .map(each -> Objects.requireNonNull(each.promise()).days()))
                .contains(7, 10, 14);
    }

    @Test
    void mostPromisesAreKeptAndSomeAreNot() {
        List<FeedbackCase> answered =
                cases.stream().filter(each -> !each.replies().isEmpty()).toList();
        long late = answered.stream()
                .filter(each -> LocalDate.ofInstant(each.replies().getLast().answeredAt(), DueDates.ZONE)
                        .isAfter(Objects.requireNonNull(each.promise()).dueOn()))
                .count();

        assertThat(answered).hasSizeGreaterThan(200);
        assertThat((double) late / answered.size()).isBetween(0.01, 0.12);
    }

    @Test
    void repliesThatLeftHoldNoBlankAndNoIdentityCode() {
        assertThat(cases.stream().flatMap(each -> each.replies().stream()))
                .allMatch(reply -> ReplyText.blanks(reply.text()).isEmpty())
                .noneMatch(reply -> IdentityCodes.foundIn(reply.text()));
    }

    @Test
    void staffWorkOnWorkingDays() {
        assertThat(cases.stream()
                        .flatMap(each -> each.history().stream())
                        .filter(event -> event.by() != null
                                && (event.what() == Event.What.REPLY_SENT || event.what() == Event.What.TEAM_THANKED)))
                .allMatch(event -> days.isWorkingDay(LocalDate.ofInstant(event.at(), DueDates.ZONE)));
    }

    @Test
    void paperIsKeyedInAtTheOfficeAndWebFormsComeAtWeekendsToo() {
        assertThat(arrivalDays(Channel.PAPER)).allMatch(days::isWorkingDay);
        assertThat(arrivalDays(Channel.WEB)).anyMatch(day -> !days.isWorkingDay(day));
    }

    @Test
    void whoComplainsRecommendsLessThanWhoThanks() {
        assertThat(recommendation(FeedbackKind.CRITICISM)).isLessThan(recommendation(FeedbackKind.THANKS) - 3);
    }

    @Test
    void unitsDiffer() {
        Map<UnitId, Double> means = cases.stream()
                .filter(each -> each.origin().answers().recommendation() != null)
                .collect(Collectors.groupingBy(
                        FeedbackCase::unit,
                        Collectors.averagingInt(each ->
                                Objects.requireNonNull(each.origin().answers().recommendation()))));

        assertThat(means.values().stream().mapToDouble(mean -> mean).max().orElseThrow()
                        - means.values().stream()
                                .mapToDouble(mean -> mean)
                                .min()
                                .orElseThrow())
                .isGreaterThan(1.0);
    }

    @Test
    void casesWereHandledInEveryWayThereIs() {
        assertThat(cases.stream()
                        .flatMap(each -> each.history().stream())
                        .map(Event::what)
                        .distinct())
                .contains(
                        Event.What.ROUTED,
                        Event.What.MOVED,
                        Event.What.ASSIGNED,
                        Event.What.NOTE,
                        Event.What.THEME_ADDED,
                        Event.What.REVIEW_APPROVED,
                        Event.What.REPLY_SENT,
                        Event.What.ANSWERED_OTHERWISE,
                        Event.What.DELIVERY,
                        Event.What.HANDED_OVER,
                        Event.What.TEAM_THANKED);
        assertThat(cases.stream().map(FeedbackCase::status).distinct()).containsExactlyInAnyOrder(CaseStatus.values());
        assertThat(cases.stream().flatMap(each -> each.signals().stream()).distinct())
                .containsExactlyInAnyOrder(Signal.values());
    }

    @Test
    void thanksAreAsManyAsComplaints() {
        long thanks = cases.stream()
                .filter(each -> each.kind() == FeedbackKind.THANKS)
                .count();
        long complaints = cases.stream()
                .filter(each -> each.kind() == FeedbackKind.CRITICISM)
                .count();

        assertThat((double) thanks / complaints).isBetween(0.8, 2.0);
    }

    @Test
    void aHandfulIsOpenNowAndTriageHasSomethingToRoute() {
        long owed = cases.stream().filter(FeedbackCase::owesReply).count();

        assertThat(owed).isBetween(15L, 80L);
        assertThat(cases.stream().filter(each -> each.unit().equals(UnitId.TRIAGE)))
                .hasSizeBetween(3, 12)
                .allMatch(each -> each.assignee() == null);
    }

    @Test
    void manyDifferentTextsComeBeforeOneIsReadTwiceInAUnit() {
        assertThat(cases.stream()
                        .map(each -> each.feedback().text())
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .count())
                .isGreaterThan(400);
        assertThat(cases.stream()
                        .filter(each -> each.unit().equals(new UnitId("u-osasto-2-lehtola")))
                        .map(each -> each.feedback().text())
                        .filter(text -> text.length() > 40)
                        .limit(30))
                .doesNotHaveDuplicates();
    }

    @Test
    void customersCanBeReachedNowhereInTheRealWorld() {
        assertThat(cases.stream().map(FeedbackCase::replyWish).filter(Objects::nonNull))
                .allSatisfy(
                        wish -> assertThat(wish.address())
                                .matches(
                                        "(?s).*@(esimerkki\\.example|posti\\.example|example\\.org)|040 000 0\\d{3}|.*\n00000 Lehtola"));
    }

    private double share(java.util.function.Predicate<FeedbackCase> which) {
        return (double) cases.stream().filter(which).count() / cases.size();
    }

    private Stream<LocalDate> arrivalDays(Channel channel) {
        return cases.stream()
                .filter(each -> each.origin().channel() == channel)
                .map(each -> LocalDate.ofInstant(each.origin().receivedAt(), DueDates.ZONE));
    }

    private double recommendation(FeedbackKind kind) {
        return cases.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.origin().answers())
                .map(Answers::recommendation)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private static String json(Stream<FeedbackCase> cases) throws Exception {
        var mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return mapper.writeValueAsString(cases.toList());
    }
}
