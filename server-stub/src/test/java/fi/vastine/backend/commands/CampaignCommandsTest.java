package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.CLINIC;
import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.QUALITY;
import static fi.vastine.backend.TestBackend.TODAY;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.wire.PullLine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks what where and when: planned by the quality team, told to every laptop. */
class CampaignCommandsTest {
    @TempDir
    Path folder;

    private TestBackend backend;
    private TestLaptop quality;
    private TestLaptop collector;

    @BeforeEach
    void open() {
        backend = new TestBackend(folder);
        new Forms(backend.reference, backend.writer).addShipped();
        quality = backend.laptopOf(QUALITY);
        collector = backend.laptopOf(COLLECTOR);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void aLaptopGetsItsCampaignsWithTheSyncAndHearsOfTheEndOfOne() {
        Campaign spring = campaign("national", List.of(WARD), TODAY, TODAY.plusDays(20));
        assertThat(plan(quality, spring)).isInstanceOf(Outcome.Applied.class);

        TestLaptop.Pulled first = collector.pullAll(2_000);
        assertThat(campaigns(first)).containsExactly(spring);

        assertThat(end(quality, spring, TODAY)).isInstanceOf(Outcome.Applied.class);
        assertThat(end(quality, spring, TODAY.plusDays(3))).isEqualTo(new Outcome.NoOp());
        long scope = first.all(PullLine.ScopeLine.class).getFirst().scope().version();
        assertThat(campaigns(collector.pull(first.next(scope, 2_000)))).containsExactly(spring.endingOn(TODAY));
    }

    @Test
    void nobodyElsePlansOrEndsOne() {
        Campaign spring = campaign("national", List.of(WARD), TODAY, TODAY);
        assertThat(plan(collector, spring)).isEqualTo(refused(Refusal.NOT_QUALITY_TEAM));
        assertThat(campaigns(collector.pullAll(2_000))).isEmpty();

        plan(quality, spring);
        assertThat(end(collector, spring, TODAY.minusDays(1))).isEqualTo(refused(Refusal.NOT_QUALITY_TEAM));
        assertThat(campaigns(collector.pullAll(2_000))).containsExactly(spring);
    }

    @Test
    void theSecondOfTwoThatWouldAskInTheSameUnitIsToldOfTheFirstAndPlansBesideItOnPurpose() {
        Campaign spring = campaign("national", List.of(WARD, CLINIC), TODAY, TODAY.plusDays(6));
        Campaign other = campaign("short", List.of(CLINIC), TODAY.plusDays(6), TODAY.plusDays(8));
        plan(quality, spring);

        assertThat(plan(quality, other))
                .isEqualTo(new Outcome.Conflict(
                        ConflictReason.CAMPAIGNS_OVERLAP, spring.id().toString(), null, null));
        assertThat(campaigns(quality.pullAll(2_000))).containsExactly(spring);

        var onPurpose = new Command.PlanCampaign(other, List.of(spring.id()));
        assertThat(quality.does(other.id().subject(), onPurpose)).isInstanceOf(Outcome.Applied.class);
        assertThat(campaigns(quality.pullAll(2_000))).containsExactlyInAnyOrder(spring, other);
    }

    @Test
    void whatIsSentTwiceIsPlannedOnce() {
        Campaign spring = campaign("national", List.of(WARD), TODAY, TODAY);
        Envelope envelope = quality.envelope(spring.id().subject(), new Command.PlanCampaign(spring, List.of()));

        Outcome first = quality.push(envelope).getFirst().outcome();
        assertThat(first).isInstanceOf(Outcome.Applied.class);
        assertThat(quality.push(envelope).getFirst().outcome()).isEqualTo(first);
        assertThat(plan(backend.laptopOf(QUALITY), spring)).isEqualTo(new Outcome.NoOp());
        assertThat(campaigns(collector.pullAll(2_000))).containsExactly(spring);
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        assertThat(plan(quality, campaign("national", List.of(new UnitId("ei-ole")), TODAY, TODAY)))
                .isEqualTo(refused(Refusal.UNKNOWN_UNIT));
        assertThat(plan(quality, campaign("ei-ole", List.of(WARD), TODAY, TODAY)))
                .isEqualTo(refused(Refusal.UNKNOWN_FORM));
        assertThat(plan(quality, campaign("national", List.of(), TODAY, TODAY)))
                .isEqualTo(refused(Refusal.CAMPAIGN_UNFIT));
        assertThat(plan(quality, campaign("national", List.of(WARD), TODAY, TODAY.minusDays(1))))
                .isEqualTo(refused(Refusal.CAMPAIGN_UNFIT));
        var byNobody = new Campaign(
                new CampaignId(UUID.randomUUID()),
                "Kierros",
                "national",
                List.of(WARD),
                List.of(new PersonId("ei-kukaan")),
                TODAY,
                TODAY,
                0);
        assertThat(plan(quality, byNobody)).isEqualTo(refused(Refusal.UNKNOWN_PERSON));
        Campaign spring = campaign("national", List.of(WARD), TODAY, TODAY);
        assertThat(end(quality, spring, TODAY)).isEqualTo(refused(Refusal.UNKNOWN_CAMPAIGN));
        assertThat(quality.does(new CaseId(UUID.randomUUID()), new Command.PlanCampaign(spring, List.of())))
                .isEqualTo(refused(Refusal.NOT_POSSIBLE));
        assertThat(campaigns(quality.pullAll(2_000))).isEmpty();
    }

    @Test
    void whoMayNotReadIsToldHowManyHaveAnsweredWhereTheirCasesAreNow() {
        answer("national", TODAY);
        Campaign spring = campaign("national", List.of(WARD, CLINIC), TODAY, TODAY.plusDays(20));
        plan(quality, spring);
        assertThat(response(spring)).as("who answered before it was planned").isEqualTo(Map.of(WARD, 1));

        CaseId second = answer("national", TODAY);
        answer("short", TODAY);
        answer("national", TODAY.minusDays(1));
        assertThat(response(spring)).isEqualTo(Map.of(WARD, 2));

        quality.does(second, new Command.MoveToUnit(WARD, CLINIC, "Väärä yksikkö."));
        assertThat(response(spring)).isEqualTo(Map.of(WARD, 1, CLINIC, 1));
        backend.writer.write(transaction -> {
            transaction.erase(second);
            return null;
        });
        assertThat(response(spring)).isEqualTo(Map.of(WARD, 1));
        end(quality, spring, TODAY.minusDays(1));
        assertThat(response(spring)).as("called off").isEmpty();
    }

    private Map<UnitId, Integer> response(Campaign campaign) {
        return collector.pullAll(2_000).all(PullLine.ResponseLine.class).stream()
                .map(PullLine.ResponseLine::response)
                .filter(each -> each.campaign().equals(campaign.id()))
                .findFirst()
                .map(Response::answers)
                .orElse(Map.of());
    }

    private CaseId answer(String form, LocalDate day) {
        var id = new CaseId(UUID.randomUUID());
        String key = backend.reference.forms().stream()
                .filter(each -> each.id().equals(form))
                .findFirst()
                .orElseThrow()
                .key();
        var entry = new Command.EnterFeedback(
                COLLECTOR,
                WARD,
                Channel.SUPPORTED,
                FeedbackKind.OTHER,
                Language.FI,
                new MessageId(UUID.randomUUID()),
                "Kiitos.",
                new Answers(List.of(), null, null, key),
                null,
                day.atTime(9, 0).atZone(DueDates.ZONE).toInstant());
        assertThat(collector.does(id, entry)).isInstanceOf(Outcome.Applied.class);
        return id;
    }

    private static Outcome plan(TestLaptop laptop, Campaign campaign) {
        return laptop.does(campaign.id().subject(), new Command.PlanCampaign(campaign, List.of()));
    }

    private static Outcome end(TestLaptop laptop, Campaign campaign, LocalDate lastDay) {
        return laptop.does(campaign.id().subject(), new Command.EndCampaign(campaign.id(), lastDay));
    }

    private static Outcome refused(Refusal code) {
        return new Outcome.Refused(code, false);
    }

    private static List<Campaign> campaigns(TestLaptop.Pulled pulled) {
        return pulled.all(PullLine.CampaignLine.class).stream()
                .map(PullLine.CampaignLine::campaign)
                .toList();
    }

    private static Campaign campaign(String form, List<UnitId> units, LocalDate from, LocalDate until) {
        return new Campaign(
                new CampaignId(UUID.randomUUID()), "Kevään kierros", form, units, List.of(), from, until, 30);
    }
}
