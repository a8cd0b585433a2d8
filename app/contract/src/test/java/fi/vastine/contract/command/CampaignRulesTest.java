package fi.vastine.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.CampaignFault;
import fi.vastine.contract.reference.CampaignFault.Field;
import fi.vastine.contract.reference.CampaignFault.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignRulesTest {
    private static final UnitId WARD = new UnitId("u-17");
    private static final UnitId CLINIC = new UnitId("u-3");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Campaign SPRING = campaign(1, List.of(WARD, CLINIC), MONDAY, MONDAY.plusDays(6));

    @Test
    void eachFieldThatIsNotAsItMustBeIsNamed() {
        var empty = new Campaign(id(1), " ", "", List.of(), List.of(), MONDAY, MONDAY.minusDays(1), -1);

        assertThat(CampaignRules.faults(empty))
                .containsExactly(
                        new CampaignFault(Field.NAME, Problem.MISSING),
                        new CampaignFault(Field.FORM, Problem.MISSING),
                        new CampaignFault(Field.UNITS, Problem.MISSING),
                        new CampaignFault(Field.UNTIL, Problem.BEFORE_FIRST_DAY),
                        new CampaignFault(Field.TARGET, Problem.OUT_OF_RANGE));
        assertThat(decide(List.of(), plan(empty))).isEqualTo(new Decision.Refuse(Refusal.CAMPAIGN_UNFIT));
        assertThat(CampaignRules.faults(SPRING)).isEmpty();
        assertThat(CampaignRules.faults(SPRING.endingOn(MONDAY))).isEmpty();
    }

    @Test
    void theSameUnitOnTheSameDayIsAskedByOneCampaignOnly() {
        Campaign lastDay = campaign(2, List.of(WARD), MONDAY.plusDays(6), MONDAY.plusDays(9));
        Campaign dayAfter = campaign(2, List.of(WARD), MONDAY.plusDays(7), MONDAY.plusDays(9));
        Campaign elsewhere = campaign(2, List.of(new UnitId("u-5")), MONDAY, MONDAY.plusDays(9));

        assertThat(decide(List.of(SPRING), plan(lastDay)))
                .isEqualTo(new Decision.Conflict(
                        ConflictReason.CAMPAIGNS_OVERLAP, SPRING.id().toString(), null, null));
        assertThat(decide(List.of(SPRING), plan(dayAfter))).isEqualTo(new Decision.Plan(dayAfter));
        assertThat(decide(List.of(SPRING), plan(elsewhere))).isEqualTo(new Decision.Plan(elsewhere));
    }

    @Test
    void whoHasSeenTheOtherCampaignMayPlanBesideItButNotBesideOneSheHasNotSeen() {
        Campaign second = campaign(2, List.of(WARD), MONDAY, MONDAY);
        Campaign unseen = campaign(3, List.of(WARD), MONDAY.plusDays(1), MONDAY.plusDays(2));
        Campaign planned = campaign(4, List.of(WARD), MONDAY, MONDAY.plusDays(3));
        var beside = new Command.PlanCampaign(planned, List.of(SPRING.id(), second.id()));

        assertThat(decide(List.of(SPRING, second), beside)).isEqualTo(new Decision.Plan(planned));
        assertThat(decide(List.of(SPRING, second, unseen), beside))
                .isEqualTo(new Decision.Conflict(
                        ConflictReason.CAMPAIGNS_OVERLAP, unseen.id().toString(), null, null));
    }

    @Test
    void aCampaignIsPlannedOnceAndNotChanged() {
        assertThat(decide(List.of(SPRING), plan(SPRING))).isEqualTo(new Decision.NoOp());
        assertThat(decide(List.of(SPRING.endingOn(MONDAY)), plan(SPRING)))
                .as("it has ended since")
                .isEqualTo(new Decision.NoOp());
        assertThat(decide(List.of(SPRING), plan(campaign(1, List.of(WARD), MONDAY, MONDAY.plusDays(6)))))
                .isEqualTo(new Decision.Refuse(Refusal.NOT_POSSIBLE));
    }

    @Test
    void anEndOnlyEverComesEarlierAndOneBeforeTheFirstDayCallsItOff() {
        assertThat(decide(List.of(SPRING), new Command.EndCampaign(SPRING.id(), MONDAY)))
                .isEqualTo(new Decision.Plan(SPRING.endingOn(MONDAY)));
        assertThat(decide(List.of(SPRING), new Command.EndCampaign(SPRING.id(), MONDAY.plusDays(6))))
                .isEqualTo(new Decision.NoOp());
        assertThat(decide(List.of(), new Command.EndCampaign(SPRING.id(), MONDAY)))
                .isEqualTo(new Decision.Refuse(Refusal.UNKNOWN_CAMPAIGN));

        Campaign off = SPRING.endingOn(MONDAY.minusDays(1));
        assertThat(off.isCalledOff()).isTrue();
        assertThat(off.runsOn(MONDAY)).isFalse();
        assertThat(decide(List.of(off), plan(campaign(2, List.of(WARD), MONDAY, MONDAY))))
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void answersCountByTheirFormWhateverItsVersionWithinUnitsAndDays() {
        assertThat(SPRING.counts(WARD, "national/1", MONDAY)).isTrue();
        assertThat(SPRING.counts(WARD, "national/2", MONDAY.plusDays(6))).isTrue();
        assertThat(SPRING.counts(WARD, "national-service/1", MONDAY)).isFalse();
        assertThat(SPRING.counts(WARD, "national/1", MONDAY.plusDays(7))).isFalse();
        assertThat(SPRING.counts(new UnitId("u-5"), "national/1", MONDAY)).isFalse();
    }

    @Test
    void whatALaptopHasPlannedIsShownBeforeTheBackendHasAnswered() {
        Campaign next = campaign(2, List.of(WARD), MONDAY.plusDays(7), MONDAY.plusDays(9));

        assertThat(CampaignRules.fold(
                        List.of(SPRING), List.of(plan(next), new Command.EndCampaign(SPRING.id(), MONDAY))))
                .containsExactly(SPRING.endingOn(MONDAY), next);
    }

    private static Decision decide(List<Campaign> held, Command.OfCampaign command) {
        return CampaignRules.decide(held, command);
    }

    private static Command.PlanCampaign plan(Campaign campaign) {
        return new Command.PlanCampaign(campaign, List.of());
    }

    private static Campaign campaign(int number, List<UnitId> units, LocalDate from, LocalDate until) {
        return new Campaign(
                id(number), "Kierros " + number, "national", units, List.of(new PersonId("p-veikko")), from, until, 30);
    }

    private static CampaignId id(int number) {
        return new CampaignId(new UUID(9, number));
    }
}
