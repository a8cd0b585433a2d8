package fi.vastine.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.MemoryOutbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.outbox.Submission;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Head;
import fi.vastine.core.replica.MemoryReplica;
import fi.vastine.core.replica.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskPendingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final UnitId WARD = new UnitId("osasto");
    private static final Json JSON = new Json();
    private static final long ENTERED = 10;

    private final UuidSource ids = new UuidSource(() -> NOW, new SplittableRandom(1));
    private final CaseId id = new CaseId(ids.next());
    private final CommandId command = new CommandId(ids.next());
    private final MemoryOutbox outbox = new MemoryOutbox(JSON);
    private final MemoryReplica replica = new MemoryReplica();
    private Desk desk = desk();

    private Desk desk() {
        return new Desk(outbox, replica, JSON, new PersonId("aino"), () -> NOW);
    }

    @BeforeEach
    void enterFeedback() {
        desk.register(new Registration(new DeviceId(ids.next()), "k1"));
        comes(ENTERED - 1, Map.of());
        desk.submit(new Submission(
                command,
                id,
                NOW,
                new Command.EnterFeedback(
                        new PersonId("aino"),
                        WARD,
                        Channel.PAPER,
                        FeedbackKind.THANKS,
                        Language.FI,
                        new MessageId(ids.next()),
                        "Kiitos!",
                        Answers.NONE,
                        null,
                        NOW)));
    }

    @Test
    void whatIsAppliedStaysOnTheScreenUntilTheBackendSendsIt() {
        desk.settle(List.of(applied()));

        assertThat(desk.books().value().row(id)).isPresent();
    }

    @Test
    void aCaseThatHasMovedOnBeforeItCameIsNoGhostInTheInbox() {
        desk.settle(List.of(applied()));
        comes(ENTERED + 1, Map.of());

        assertThat(desk.books().value().row(id)).isEmpty();
        assertThat(desk.pending().value()).isEmpty();
        desk = desk();
        assertThat(desk.books().value().row(id)).isEmpty();
        assertThat(desk.pending().value()).isEmpty();
    }

    @Test
    void soItIsWhenTheAnswerToTheCommandComesLast() {
        comes(ENTERED + 1, Map.of());
        desk.settle(List.of(applied()));

        assertThat(desk.books().value().row(id)).isEmpty();
        assertThat(desk.pending().value()).isEmpty();
    }

    @Test
    void whatAFirstDownloadMayStillBringDoesNotFlicker() {
        desk.settle(List.of(applied()));
        comes(ENTERED + 1, Map.of(WARD, new CatchUp(ENTERED + 1, null)));

        assertThat(desk.books().value().row(id)).isPresent();
    }

    @Test
    void whatADownloadThatBeginsLaterMayStillBringIsShownAsAfterAStart() {
        desk.settle(List.of(applied()));
        comes(ENTERED + 1, Map.of());

        comes(ENTERED + 2, Map.of(WARD, new CatchUp(ENTERED + 2, null)));

        assertThat(desk.pending().value()).isEqualTo(desk().pending().value());
        comes(ENTERED + 2, Map.of());
        assertThat(desk.pending().value()).isEmpty();
    }

    @Test
    void whatTheBaseHeldBeforeItsAnswerCameWaitsAgainWhenTheCaseGoes() {
        outbox.takeForWire(10, Push.MOST_BYTES);
        FeedbackCase whole =
                desk.folded(id).orElseThrow().edit().changeNo(ENTERED).done();
        CaseRow row = CaseRows.of(whole);
        var snapshot = new Page.Snapshot(
                new Head(id, ENTERED, WARD, 1, row.owesReply(), RowText.write(row)), JSON.write(whole));
        var cursors = new Cursors("k1", ENTERED + 1, Map.of(), Scope.NONE);
        desk.apply(new Page(List.of(snapshot), List.of(), List.of(), Set.of(), Set.of(), cursors), Map.of(id, row));
        assertThat(desk.pending().value()).isEmpty();

        var moved = new Page.Forget(id, PullLine.ForgetReason.MOVED, ENTERED + 1);
        desk.apply(new Page(List.of(), List.of(moved), List.of(), Set.of(), Set.of(), cursors), Map.of());

        assertThat(desk.pending().value()).extracting(Pending::id).containsExactly(command);
        assertThat(desk.pending().value()).isEqualTo(desk().pending().value());
    }

    @Test
    void ofAnErasedCaseTheSameWaitsBeforeAndAfterAStart() {
        var unanswered = submission(new Command.ThankTeam());
        desk.submit(unanswered);
        outbox.takeForWire(10, Push.MOST_BYTES);
        desk.settle(List.of(applied()));

        var cursors = new Cursors("k1", ENTERED + 1, Map.of(), Scope.NONE);
        var erased = new Page.Forget(id, PullLine.ForgetReason.ERASED, ENTERED + 1);
        desk.apply(new Page(List.of(), List.of(erased), List.of(), Set.of(), Set.of(), cursors), Map.of());

        assertThat(desk.books().value().row(id)).isEmpty();
        assertThat(desk.pending().value()).extracting(Pending::id).containsExactly(unanswered.id());
        assertThat(desk.pending().value()).isEqualTo(desk().pending().value());
    }

    @Test
    void whatIsTooLateToTakeBackIsStillOnTheScreenAndStillWaits() {
        outbox.takeForWire(10, Push.MOST_BYTES);

        assertThat(desk.takeBack(command)).isEmpty();

        assertThat(desk.books().value().row(id)).isPresent();
        assertThat(desk.pending().value()).extracting(Pending::id).containsExactly(command);
    }

    @Test
    void whatIsDecidedAfterAReplyThatCanStillBeUndoneIsSentAfterIt() {
        outbox.takeForWire(10, Push.MOST_BYTES);
        Instant ripe = NOW.plusSeconds(10);
        Submission reply = submission(new Command.ThankTeam());
        Submission after = submission(new Command.ChangeStatus(CaseStatus.ANSWERED, CaseStatus.CLOSED));
        desk.intend(new Intention(reply, ripe));
        desk.submit(after);

        assertThat(desk.pending().value()).extracting(Pending::id).containsExactly(command, reply.id(), after.id());
        assertThat(desk.ripen(ripe)).extracting(Envelope::commandId).containsExactly(reply.id(), after.id());
    }

    @Test
    void whatIsOfferedAgainToARestoredBackendWaitsInSight() {
        outbox.takeForWire(10, Push.MOST_BYTES);
        desk.settle(List.of(applied()));
        comes(ENTERED + 1, Map.of());

        desk.register(new Registration(new DeviceId(ids.next()), "k2"));
        desk.resetReplica();

        assertThat(desk.books().value().rows()).isEmpty();
        assertThat(desk.pending().value()).extracting(Pending::id).containsExactly(command);
    }

    private Submission submission(Command of) {
        return new Submission(new CommandId(ids.next()), id, NOW, of);
    }

    private Push.Result applied() {
        return new Push.Result(command, 1, new Outcome.Applied(ENTERED));
    }

    /** A page without a case comes from the backend, up to a change. */
    private void comes(long after, Map<UnitId, CatchUp> catchUp) {
        var scope = new Scope(1, List.of(WARD), Map.of(), List.of(Role.HANDLER), List.of());
        var cursors = new Cursors("k1", after, catchUp, scope);
        desk.apply(new Page(List.of(), List.of(), List.of(), Set.of(), Set.of(), cursors), Map.of());
    }
}
