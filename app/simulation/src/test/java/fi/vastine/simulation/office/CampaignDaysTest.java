package fi.vastine.simulation.office;

import static fi.vastine.simulation.office.Office.AINO;
import static fi.vastine.simulation.office.Office.BO;
import static fi.vastine.simulation.office.Office.CLINIC;
import static fi.vastine.simulation.office.Office.COLLECTOR;
import static fi.vastine.simulation.office.Office.QUALITY;
import static fi.vastine.simulation.office.Office.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.cases.Responses;
import fi.vastine.core.session.Attention;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.Campaigns.Shown;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.core.session.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns from the one who plans them to the one who asks, and back. */
class CampaignDaysTest {
    private final LocalDate today = LocalDate.now(DueDates.ZONE);

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
        office.hasForms();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsPlannedOfflineGoesOutOnceAndReachesTheCollectorAndHerAnswersAreCounted() {
        try (Laptop quality = office.laptopOf(QUALITY);
                Laptop collector = office.laptopOf(COLLECTOR)) {
            Eventually.told(
                    quality.session()::onBook, book -> !book.scope().roles().isEmpty());
            office.stop();
            quality.hasNoNetwork();
            Campaign spring = plan(quality, WARD);
            assertThat(quality.session().campaigns().shown()).containsExactly(new Shown(spring, true));
            quality.restart();
            assertThat(quality.session().campaigns().shown()).containsExactly(new Shown(spring, true));

            office.startAgain();
            quality.hasSentAll();
            Eventually.told(quality.session().campaigns()::onShown, List.of(new Shown(spring, false))::equals);
            collector.session().syncNow();
            Eventually.told(
                    collector.session()::onBook,
                    book -> book.reference().campaigns().equals(List.of(spring)));

            answers(collector, WARD);
            collector.hasSentAll();
            Eventually.told(
                    quality.session()::onBook,
                    book -> Responses.of(book.rows(), List.of(spring)).of(spring.id(), WARD) == 1);
            quality.restart();
            assertThat(Responses.of(quality.session().book().rows(), List.of(spring))
                            .of(spring.id()))
                    .as("read from the laptop's own disk")
                    .isEqualTo(1);
        }
    }

    @Test
    void whoMayNotPlanIsToldSoWithWhatSheHadPlanned() {
        try (Laptop collector = office.laptopOf(COLLECTOR)) {
            Campaign hers = plan(collector, WARD);
            collector.hasSentAll();

            Attention.Item item = collector.attention().getFirst();
            assertThat(item.outcome()).isEqualTo(new Outcome.Refused(Refusal.NOT_QUALITY_TEAM, false));
            assertThat(item.caseId()).isEqualTo(hers.id().subject());
            assertThat(collector.session().campaigns().shown()).isEmpty();
        }
    }

    @Test
    void ofTwoPlansMadeApartTheSecondIsToldOfTheFirst() {
        try (Laptop one = office.laptopOf(QUALITY);
                Laptop other = office.laptopOf(QUALITY)) {
            Eventually.told(
                    other.session()::onBook, book -> !book.scope().roles().isEmpty());
            Campaign first = plan(one, WARD);
            one.hasSentAll();
            plan(other, WARD);
            Campaign elsewhere = plan(other, CLINIC);
            other.hasSentAll();

            assertThat(other.attention())
                    .singleElement()
                    .extracting(Attention.Item::outcome)
                    .isEqualTo(new Outcome.Conflict(
                            ConflictReason.CAMPAIGNS_OVERLAP, first.id().toString(), null, null));
            Eventually.told(
                    other.session().campaigns()::onShown,
                    shown -> shown.stream().map(Shown::campaign).toList().containsAll(List.of(first, elsewhere))
                            && shown.size() == 2);
        }
    }

    @Test
    void thePlannerKnowsWhoCollectsWhereAndWhomSheNamesIsOfferedItAndNobodyElse() {
        try (Laptop quality = office.laptopOf(QUALITY);
                Laptop collector = office.laptopOf(COLLECTOR)) {
            Eventually.told(
                    quality.session()::onBook, book -> book.reference().collects(COLLECTOR, WARD, today, today));
            assertThat(quality.session().book().reference().collects(COLLECTOR, CLINIC, today, today))
                    .isFalse();
            assertThat(quality.session().book().reference().collects(AINO, WARD, today, today))
                    .as("who answers for a unit is no collector")
                    .isFalse();

            Campaign hers = plan(quality, WARD, COLLECTOR);
            Campaign anothers = plan(quality, CLINIC, BO);
            quality.hasSentAll();
            collector.session().syncNow();
            List<Campaign> told = Eventually.told(
                            collector.session()::onBook,
                            book -> book.reference().campaigns().containsAll(List.of(hers, anothers)))
                    .reference()
                    .campaigns();
            assertThat(told.stream().filter(each -> each.isFor(COLLECTOR))).containsExactly(hers);
        }
    }

    @Test
    void herOwnCountIsRightOfflineAndWhenHerAnswersHaveLeftTheLaptopAndThatOfAllWithTheSync() {
        try (Laptop quality = office.laptopOf(QUALITY);
                Laptop collector = office.laptopOf(COLLECTOR);
                Laptop another = office.laptopOf(COLLECTOR)) {
            Eventually.told(
                    quality.session()::onBook, book -> !book.scope().roles().isEmpty());
            Campaign spring = plan(quality, WARD);
            quality.hasSentAll();
            for (Laptop each : List.of(collector, another)) {
                each.session().syncNow();
                Eventually.told(
                        each.session()::onBook,
                        book -> book.reference().campaigns().equals(List.of(spring)));
            }
            answers(another, WARD);
            answers(another, WARD);
            another.hasSentAll();
            Eventually.holds(() -> share(another, spring).equals(new Campaigns.Share(2, 2)));

            office.stop();
            collector.hasNoNetwork();
            answers(collector, WARD);
            assertThat(share(collector, spring))
                    .as("of the others nothing can be known yet")
                    .isEqualTo(new Campaigns.Share(1, 1));
            collector.restart();
            assertThat(share(collector, spring)).isEqualTo(new Campaigns.Share(1, 1));

            office.startAgain();
            collector.hasSentAll();
            Eventually.holds(() -> share(collector, spring).equals(new Campaigns.Share(1, 3)));
            collector.restart();
            assertThat(share(collector, spring))
                    .as("her answers are on this laptop no more")
                    .isEqualTo(new Campaigns.Share(1, 3));
        }
    }

    @Test
    void aHalfPlanIsThereWhenTheProgramStartsAgain() {
        try (Laptop quality = office.laptopOf(QUALITY)) {
            Campaigns campaigns = quality.session().campaigns();
            var half = new Plan(
                    campaigns.newId(), "Syksyn kie", "", List.of(WARD), List.of(COLLECTOR), "1.9.", "ei vielä", "");
            campaigns.keep(half);
            quality.restart();

            assertThat(quality.session().campaigns().plans()).containsExactly(half);
            quality.session().campaigns().drop(half.id());
            quality.restart();
            assertThat(quality.session().campaigns().plans()).isEmpty();
        }
    }

    private static Campaigns.Share share(Laptop laptop, Campaign campaign) {
        return laptop.session().campaigns().share(campaign, WARD);
    }

    private Campaign plan(Laptop laptop, UnitId unit, PersonId... collectors) {
        var planned = new Campaign(
                laptop.session().campaigns().newId(),
                "Kevään kierros",
                "national",
                List.of(unit),
                List.of(collectors),
                today.minusDays(1),
                today.plusDays(13),
                30);
        laptop.session().campaigns().plan(planned, List.of());
        return planned;
    }

    private static void answers(Laptop collector, UnitId unit) {
        Interviews interviews = collector.session().interviews();
        Form national = Eventually.told(
                        collector.session()::onBook,
                        book -> interviews.usable(book.reference().forms()).stream()
                                .anyMatch(form -> form.id().equals("national")))
                .reference()
                .forms()
                .versions()
                .stream()
                .filter(form -> form.id().equals("national"))
                .findFirst()
                .orElseThrow();
        var start = Interview.Start.asked(unit, Support.AnsweredBy.SELF, null, true);
        Interview begun = Objects.requireNonNull(
                interviews.begin(national, start, Language.FI).current());
        String first = national.allItems()
                .filter(item -> item.kind() instanceof ItemKind.Statement)
                .findFirst()
                .orElseThrow()
                .linkId();
        interviews.end(begun.answered(first, new Given.Step(5)));
    }
}
