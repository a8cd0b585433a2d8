package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.key.MemoryKeyStore;
import fi.vastine.core.session.EnteredToday.Line;
import fi.vastine.core.session.EnteredToday.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector finds out later that what she entered should not be there. She reads the clinic and enters for the ward. */
final class WithdrawingTest {
    private final SmallBackend backend = new SmallBackend();
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    Path folder;

    private Laptop elias;

    @BeforeEach
    void open() {
        backend.receive(SmallBackend.CLINIC, "Kiitos!");
        backend.grant(Map.of(), SmallBackend.CLINIC);
        elias = new Laptop(folder, backend, clock, "elias", new MemoryKeyStore());
        elias.signIn();
    }

    @AfterEach
    void close() {
        elias.close();
        backend.close();
    }

    @Test
    void whatTheBackendHasIsStillALineInTheDaysListAndNotAWordOfItIsHere() {
        enterAndSend(SmallBackend.WARD, "Kanarialintu lauloi.");

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.stage()).isEqualTo(Stage.TAKEN);
            assertThat(line.number()).isEqualTo(1);
            assertThat(line.unit()).isEqualTo(SmallBackend.WARD);
            assertThat(line.channel()).isEqualTo(Channel.ORAL);
        });
        assertThat(lines().toString()).doesNotContain("Kanarialintu");
        restart();
        assertThat(lines()).extracting(Line::stage).containsExactly(Stage.TAKEN);
    }

    @Test
    void whatIsWithdrawnWithoutANetworkIsGoneAndCountedNoMoreOnceTheNetworkIsBack() {
        CaseId entered = enterAndSend(SmallBackend.WARD, "Väärä osasto.");
        assertThat(elias.session().entries().state().today()).isEqualTo(1);
        backend.goOffline();

        elias.session().enteredToday().withdraw(entered, WithdrawalReason.WRONG_UNIT);

        assertThat(lines()).extracting(Line::stage).containsExactly(Stage.WITHDRAWING);
        assertThat(elias.session().entries().state().today()).isZero();
        restart();
        assertThat(lines()).extracting(Line::stage).containsExactly(Stage.WITHDRAWING);
        backend.goOnline();
        elias.askUntilNothingWaits();
        assertThat(backend.decided().getLast().command())
                .isEqualTo(new Command.WithdrawEntry(WithdrawalReason.WRONG_UNIT));
        assertThat(lines()).extracting(Line::stage).containsExactly(Stage.WITHDRAWN);
        elias.session().enteredToday().withdraw(entered, WithdrawalReason.OTHER);
        assertThat(elias.waiting()).isEmpty();
        assertThat(elias.session().entries().state().today()).isZero();
        assertThat(elias.session().attention().items()).isEmpty();
    }

    @Test
    void whoMayReadTheUnitSeesItVanishAtOnceAndItStaysAway() {
        CaseId entered = enterAndSend(SmallBackend.CLINIC, "Kahteen kertaan.");
        Eventually.until(
                "it is in the inbox", () -> elias.session().book().row(entered).isPresent());
        backend.goOffline();

        elias.session().enteredToday().withdraw(entered, WithdrawalReason.ENTERED_TWICE);

        assertThat(elias.session().book().row(entered)).isEmpty();
        assertThat(elias.session().open(entered)).isEmpty();
        restart();
        assertThat(elias.session().book().row(entered)).isEmpty();
        backend.goOnline();
        elias.askUntilNothingWaits();
        Eventually.until("it is erased", () -> backend.erasedUpTo() == backend.changeNo());
        assertThat(elias.session().book().row(entered)).isEmpty();
        assertThat(lines()).extracting(Line::stage).containsExactly(Stage.WITHDRAWN);
    }

    @Test
    void onceSomebodyHasRepliedItStaysAndThePersonIsToldSo() {
        CaseId entered = enterAndSend(SmallBackend.WARD, "Milloin pääsen kotiin?");
        backend.change(
                entered,
                each -> each.edit().reply(replied(each.latestMessage().id())).done());

        elias.session().enteredToday().withdraw(entered, WithdrawalReason.CONSENT_WITHDRAWN);
        elias.askUntilNothingWaits();

        assertThat(elias.session().attention().items())
                .singleElement()
                .satisfies(item ->
                        assertThat(item.outcome()).isEqualTo(new Outcome.Refused(Refusal.REPLIED_ALREADY, false)));
        assertThat(lines()).extracting(Line::stage).containsExactly(Stage.TAKEN);
        assertThat(elias.session().entries().state().today()).isEqualTo(1);
    }

    @Test
    void entriesOfOneMinuteHaveNumbersThatTheyKeepWhenTheyAreCorrected() {
        backend.goOffline();
        CaseId first = enter(SmallBackend.WARD, "Ensimmäinen.");
        CaseId second = enter(SmallBackend.WARD, "Toinen.");
        assertThat(lines()).extracting(Line::caseId).containsExactly(second, first);
        assertThat(lines()).extracting(Line::number).containsExactly(2, 1);

        Entries entries = elias.session().entries();
        EntryForm again = entries.takeBack(pendingOf(first)).orElseThrow().form();
        assertThat(lines()).extracting(Line::number).containsExactly(2);
        entries.enter(again);

        assertThat(lines())
                .filteredOn(line -> line.caseId().equals(first))
                .extracting(Line::number)
                .containsExactly(1);
    }

    private static Reply replied(MessageId message) {
        Instant at = Instant.parse("2026-11-17T08:00:00Z");
        return new Reply(
                new ReplyId(UUID.randomUUID()),
                message,
                Way.PHONE,
                "Soitettu.",
                new PersonId("p-aino"),
                at,
                at,
                new Delivery(DeliveryState.SENT, at, null),
                null);
    }

    private List<Line> lines() {
        return elias.session().enteredToday().lines();
    }

    private CommandId pendingOf(CaseId id) {
        return elias.waiting().stream()
                .filter(each -> each.caseId().equals(id))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private CaseId enterAndSend(UnitId unit, String words) {
        CaseId id = enter(unit, words);
        // What could still be taken back is decided when the program ends.
        restart();
        elias.askUntilNothingWaits();
        return id;
    }

    private CaseId enter(UnitId unit, String words) {
        Entries entries = elias.session().entries();
        EntryForm empty = entries.state().form();
        entries.enter(new EntryForm(
                empty.caseId(),
                empty.message(),
                unit,
                Channel.ORAL,
                FeedbackKind.THANKS,
                empty.language(),
                words,
                null,
                "",
                "",
                empty.givenOn()));
        return empty.caseId();
    }

    private void restart() {
        elias.close();
        elias.start();
    }
}
