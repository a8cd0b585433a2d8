package fi.vastine.simulation.office;

import static fi.vastine.simulation.office.Office.AINO;
import static fi.vastine.simulation.office.Office.BO;
import static fi.vastine.simulation.office.Office.CLINIC;
import static fi.vastine.simulation.office.Office.COLLECTOR;
import static fi.vastine.simulation.office.Office.QUALITY;
import static fi.vastine.simulation.office.Office.QUEUE;
import static fi.vastine.simulation.office.Office.SUBSTITUTE;
import static fi.vastine.simulation.office.Office.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.session.Attention;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold through days of work, with and without a network. */
class OfficeDaysTest {
    private static final String PHONE_QUEUE = "Jonotin puhelimessa 50 minuuttia.";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void feedbackFromTheWebIsRoutedStraightToTheResponsiblePersonsOpenInbox() {
        try (Laptop aino = office.laptopOf(AINO)) {
            office.feedback(WARD.value(), PHONE_QUEUE);

            FeedbackCase arrived = aino.open(aino.sees(PHONE_QUEUE));

            assertThat(arrived.assignee()).isEqualTo(AINO);
            assertThat(arrived.owesReply()).isTrue();
            assertThat(arrived.promise()).isNotNull();
            assertThat(arrived.history()).extracting(Event::what).contains(Event.What.ROUTED);
        }
    }

    @Test
    void replyWrittenOfflineGoesOutOnceWhenTheNetworkReturns() {
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO)) {
            CaseId waiting = aino.sees(PHONE_QUEUE);
            office.stop();
            aino.hasNoNetwork();
            aino.reply(waiting, "Kiitos palautteesta.");
            aino.restart();
            assertThat(aino.open(waiting).owesReply()).isFalse();

            office.startAgain();
            aino.hasSentAll();

            aino.sees(row -> row.id().equals(waiting) && row.delivery() == DeliveryState.SENT);
            assertThat(office.mails()).containsExactly("Kiitos palautteesta.");
        }
    }

    @Test
    void aWeekWithoutANetworkArrivesOnceAndInOrder() {
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO);
                Laptop quality = office.laptopOf(QUALITY)) {
            CaseId id = aino.sees(PHONE_QUEUE);
            quality.sees(PHONE_QUEUE);
            office.stop();
            aino.hasNoNetwork();
            List<String> notes = IntStream.range(0, 120)
                    .mapToObj(day -> "Muistiinpano " + day)
                    .toList();
            for (int i = 0; i < notes.size(); i++) {
                aino.decide(
                        id, new Command.AddNote(aino.session().commands().ids().newNote(), notes.get(i)));
                if (i == 60) {
                    aino.restart();
                }
            }
            aino.decide(id, new Command.AddTheme(QUEUE));

            office.startAgain();
            aino.hasSentAll();

            quality.session().syncNow();
            quality.sees(row -> row.id().equals(id) && row.themes().contains(QUEUE));
            assertThat(quality.open(id).notes()).extracting("text").containsExactlyElementsOf(notes);
        }
    }

    @Test
    void afterTheBackendWasRestoredFromABackupALaptopBringsBackWhatWasLostWithNobodySigningIn() {
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO)) {
            CaseId id = aino.sees(PHONE_QUEUE);
            office.stop();
            office.backUp();
            office.startAgain();
            aino.decide(id, new Command.AddTheme(QUEUE));
            aino.reply(id, "Kiitos palautteesta.");
            aino.hasSentAll();
            aino.sees(row -> row.id().equals(id) && row.delivery() == DeliveryState.SENT);
            assertThat(office.takeMails()).containsExactly("Kiitos palautteesta.");
            office.stop();
            aino.hasNoNetwork();
            aino.decide(id, new Command.AddNote(aino.session().commands().ids().newNote(), "Soitan vielä."));

            office.restore();
            office.startAgain();
            aino.hasSentAll();

            aino.sees(
                    row -> row.id().equals(id) && row.themes().contains(QUEUE) && row.delivery() == DeliveryState.SENT);
            assertThat(aino.open(id).notes()).extracting("text").containsExactly("Soitan vielä.");
            assertThat(aino.open(id).replies()).extracting("text").containsExactly("Kiitos palautteesta.");
            assertThat(office.takeMails()).isEmpty();
        }
    }

    @Test
    void anErasedCaseLeavesEveryLaptopAndTheBackendAndNoFileHoldsAWordOfIt() {
        office.feedback(WARD.value(), "Kanarialintu lauloi.");
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO);
                Laptop quality = office.laptopOf(QUALITY)) {
            CaseId id = aino.sees("Kanarialintu lauloi.");
            quality.sees("Kanarialintu lauloi.");
            office.stop();
            aino.hasNoNetwork();
            aino.decide(id, new Command.AddNote(aino.session().commands().ids().newNote(), "Kanarialinnusta."));
            office.startAgain();
            office.erase(id);

            aino.session().syncNow();
            quality.session().syncNow();
            aino.noLongerSees(id);
            quality.noLongerSees(id);
            aino.hasSentAll();
            aino.sees(PHONE_QUEUE);
            office.everyLaptopHasErased();
        }
        office.stop();
        assertThat(office.filesWith("Kanarialin")).isEmpty();
    }

    @Test
    void aRestoredBackendDoesNotBringBackWhatWasErasedSinceTheBackup() {
        office.feedback(WARD.value(), "Kanarialintu lauloi.");
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO)) {
            CaseId id = aino.sees("Kanarialintu lauloi.");
            office.stop();
            office.backUp();
            office.startAgain();
            office.erase(id);
            aino.session().syncNow();
            aino.noLongerSees(id);
            office.stop();

            office.restore();
            office.startAgain();
            aino.hasSentAll();
            aino.restart();

            aino.sees(PHONE_QUEUE);
            aino.noLongerSees(id);
            office.everyLaptopHasErased();
        }
    }

    @Test
    void aBlockedLaptopIsWipedAndAnotherOfTheSamePersonWorksOn() {
        office.feedback(WARD.value(), "Kanarialintu lauloi.");
        try (Laptop lost = office.laptopOf(AINO)) {
            lost.sees("Kanarialintu lauloi.");
            office.blockLaptopsOf(AINO);
            lost.session().syncNow();

            lost.isWiped();
            try (Laptop next = office.laptopOf(AINO)) {
                assertThat(next.sees("Kanarialintu lauloi.")).isNotNull();
            }
        }
    }

    @Test
    void ofTwoRepliesToOneCustomerOneGoesOutAndTheOtherIsKeptBesideIt() {
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO);
                Laptop quality = office.laptopOf(QUALITY)) {
            CaseId id = aino.sees(PHONE_QUEUE);
            quality.sees(PHONE_QUEUE);
            office.stop();
            aino.hasNoNetwork();
            quality.hasNoNetwork();
            aino.reply(id, "Ainon vastaus.");
            quality.reply(id, "Laatutiimin vastaus.");

            office.startAgain();
            aino.hasSentAll();
            quality.session().syncNow();

            Attention.Item item = quality.attention().getFirst();
            assertThat(item.outcome()).isInstanceOfSatisfying(Outcome.Conflict.class, conflict -> {
                assertThat(conflict.why()).isEqualTo(ConflictReason.ANSWERED_ALREADY);
                assertThat(conflict.by()).isEqualTo(AINO);
            });
            quality.sees(row -> row.id().equals(id) && row.delivery() == DeliveryState.SENT);
            FeedbackCase both = quality.open(id);
            assertThat(both.replies()).extracting("text").containsExactly("Ainon vastaus.");
            assertThat(both.drafts()).singleElement().satisfies(draft -> {
                assertThat(draft.label()).isEqualTo(DraftLabel.BESIDE);
                assertThat(draft.text()).isEqualTo("Laatutiimin vastaus.");
            });
            assertThat(office.mails()).containsExactly("Ainon vastaus.");
        }
    }

    @Test
    void aCaseMovedToAnotherUnitLeavesOneInboxAndIsInTheOther() {
        office.feedback(WARD.value(), PHONE_QUEUE);
        try (Laptop aino = office.laptopOf(AINO);
                Laptop bo = office.laptopOf(BO)) {
            CaseId id = aino.sees(PHONE_QUEUE);
            aino.decide(id, new Command.MoveToUnit(WARD, CLINIC, "Koskee vastaanottoa."));

            assertThat(bo.sees(PHONE_QUEUE)).isEqualTo(id);
            aino.noLongerSees(id);
            assertThat(bo.open(id).assignee()).isEqualTo(BO);
        }
    }

    @Test
    void whatNamesNoKnownUnitIsRoutedOnByTheQualityTeam() {
        office.feedback("ei-ole", "Bussipysäkki on kaukana.");
        try (Laptop quality = office.laptopOf(QUALITY);
                Laptop bo = office.laptopOf(BO)) {
            CaseId id = quality.sees("Bussipysäkki on kaukana.");
            assertThat(quality.open(id).unit()).isEqualTo(UnitId.TRIAGE);

            quality.decide(id, new Command.MoveToUnit(UnitId.TRIAGE, CLINIC, "Vastaanoton pysäkki."));

            assertThat(bo.sees("Bussipysäkki on kaukana.")).isEqualTo(id);
        }
    }

    @Test
    void aSubstituteGetsWhatComesInAndSeesWhatWaits() {
        office.feedback(WARD.value(), PHONE_QUEUE);
        office.away(AINO, SUBSTITUTE);
        try (Laptop substitute = office.laptopOf(SUBSTITUTE)) {
            CaseId before = substitute.sees(PHONE_QUEUE);
            office.feedback(WARD.value(), "Ruoka oli kylmää.");

            assertThat(substitute.open(substitute.sees("Ruoka oli kylmää.")).assignee())
                    .isEqualTo(SUBSTITUTE);
            substitute.reply(before, "Kiitos, Aino on lomalla ja vastaan hänen puolestaan.");
            substitute.hasSentAll();
            substitute.sees(row -> row.id().equals(before) && row.status() == CaseStatus.ANSWERED);
        }
    }

    @Test
    void whatACollectorEnteredOfflineReachesTheUnitAndLeavesTheLaptop() {
        try (Laptop collector = office.laptopOf(COLLECTOR);
                Laptop aino = office.laptopOf(AINO)) {
            collector.mayEnterFor(WARD);
            office.stop();
            collector.hasNoNetwork();
            CaseId id = collector.enters(WARD, "Yöllä oli kylmä.");
            collector.restart();
            assertThat(collector.session().syncState().waiting()).hasSize(1);

            office.startAgain();
            collector.hasSentAll();

            aino.session().syncNow();
            assertThat(aino.sees("Yöllä oli kylmä.")).isEqualTo(id);
            FeedbackCase entered = aino.open(id);
            assertThat(entered.origin().collector()).isEqualTo(COLLECTOR);
            assertThat(entered.assignee()).isEqualTo(AINO);
            assertThat(entered.owesReply()).isTrue();
            assertThat(collector.session().open(id)).isEmpty();
            assertThat(collector.session().book().rows()).isEmpty();
            collector.restart();
            assertThat(collector.session().syncState().waiting()).isEmpty();
            assertThat(collector.session().entries().state().today()).isEqualTo(1);
        }
    }

    @Test
    void whatACollectorEnteredForAnothersUnitIsRoutedByTheQualityTeam() {
        try (Laptop collector = office.laptopOf(COLLECTOR);
                Laptop quality = office.laptopOf(QUALITY)) {
            collector.mayEnterFor(WARD);
            CaseId id = collector.enters(CLINIC, "Vastaanotolla oli ruuhkaa.");
            collector.restart();
            collector.hasSentAll();

            assertThat(quality.sees("Vastaanotolla oli ruuhkaa.")).isEqualTo(id);
            FeedbackCase routed = quality.open(id);
            assertThat(routed.unit()).isEqualTo(UnitId.TRIAGE);
            assertThat(routed.history().getFirst().to()).isEqualTo(CLINIC.value());
        }
    }

    @Test
    void whoLeftOnlyANumberHasThePromiseKeptByPhone() {
        office.feedbackByPhone(WARD.value(), "Milloin vierailuaika on?");
        try (Laptop aino = office.laptopOf(AINO)) {
            CaseId id = aino.sees("Milloin vierailuaika on?");
            FeedbackCase open = aino.open(id);
            aino.decide(
                    id,
                    new Command.RecordAnswer(
                            aino.session().commands().ids().newReply(),
                            open.latestMessage().id(),
                            Way.PHONE,
                            "Kerroin vierailuajat.",
                            null));
            aino.hasSentAll();

            aino.sees(row -> row.id().equals(id) && !row.owesReply() && row.status() == CaseStatus.ANSWERED);
            assertThat(office.mails()).isEmpty();
        }
    }
}
