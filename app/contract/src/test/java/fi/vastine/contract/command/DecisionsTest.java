package fi.vastine.contract.command;

import static fi.vastine.contract.command.Cases.AINO;
import static fi.vastine.contract.command.Cases.BY_PHONE;
import static fi.vastine.contract.command.Cases.CASE;
import static fi.vastine.contract.command.Cases.CLINIC;
import static fi.vastine.contract.command.Cases.MESSAGE;
import static fi.vastine.contract.command.Cases.MONDAY;
import static fi.vastine.contract.command.Cases.VEIKKO;
import static fi.vastine.contract.command.Cases.WARD;
import static fi.vastine.contract.command.Cases.aino;
import static fi.vastine.contract.command.Cases.veikko;
import static fi.vastine.contract.command.Cases.waiting;
import static fi.vastine.contract.command.Cases.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Delivery;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTest {
    private static final ThemeId QUEUE = new ThemeId("jonottaminen");
    private static final ReplyId FIRST = new ReplyId(new UUID(2, 1));
    private static final ReplyId SECOND = new ReplyId(new UUID(2, 2));
    private static final DraftId DRAFT = new DraftId(new UUID(3, 1));
    private static final DraftId COPY = new DraftId(new UUID(3, 2));

    @Test
    void twoPeopleAddThemesAndBothStay() {
        FeedbackCase both = applied(
                applied(waiting(), new Command.AddTheme(QUEUE), aino()),
                new Command.AddTheme(new ThemeId("tilat")),
                veikko());

        assertThat(both.themes()).containsExactly(QUEUE, new ThemeId("tilat"));
        assertThat(decide(both, new Command.AddTheme(QUEUE), veikko())).isEqualTo(new Decision.NoOp());
        assertThat(applied(both, new Command.RemoveTheme(QUEUE), aino()).themes())
                .containsExactly(new ThemeId("tilat"));
    }

    @Test
    void aNoteThatArrivesTwiceStandsOnce() {
        var note = new Command.AddNote(new NoteId(new UUID(4, 1)), "Soitettu.");
        FeedbackCase noted = applied(waiting(), note, aino());

        assertThat(noted.notes()).singleElement().satisfies(written -> {
            assertThat(written.writtenAt()).isEqualTo(aino().madeAt());
            assertThat(written.receivedAt()).isEqualTo(aino().receivedAt());
        });
        assertThat(decide(noted, note, aino())).isEqualTo(new Decision.NoOp());
    }

    @Test
    void anEmptyOrEndlessNoteIsRefused() {
        var id = new NoteId(new UUID(4, 1));
        assertThat(decide(waiting(), new Command.AddNote(id, "  \n"), aino())).isEqualTo(refused(Refusal.EMPTY_TEXT));
        assertThat(decide(waiting(), new Command.AddNote(id, "x".repeat(20_001)), aino()))
                .isEqualTo(refused(Refusal.TOO_LONG));
    }

    @Test
    void theSecondReplyToAMessageIsAConflictThatNamesTheFirst() {
        FeedbackCase answered = applied(waiting(), reply(FIRST, "Kiitos."), aino());

        assertThat(answered.status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(answered.owesReply()).isFalse();
        assertThat(decide(answered, reply(SECOND, "Kiitos kovasti."), veikko()))
                .isEqualTo(new Decision.Conflict(
                        ConflictReason.ANSWERED_ALREADY, FIRST.toString(), AINO, aino().madeAt()));
        assertThat(decide(answered, reply(FIRST, "Kiitos."), aino())).isEqualTo(new Decision.NoOp());
    }

    @Test
    void aKnowingAdditionGoesOutBesideTheFirstReply() {
        FeedbackCase answered = applied(waiting(), reply(FIRST, "Kiitos."), aino());
        var addition = new Command.SendReply(SECOND, MESSAGE, "Vielä yksi asia.", null, FIRST);

        assertThat(applied(answered, addition, veikko()).replies())
                .extracting(Reply::id)
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void theReplyThatCameSecondIsKeptBesideTheCaseOnce() {
        FeedbackCase answered = applied(waiting(), reply(FIRST, "Kiitos."), aino());
        FeedbackCase kept = Keeping.aside(answered, reply(SECOND, "Hei ja kiitos."), veikko(), DraftLabel.BESIDE)
                .orElseThrow();

        assertThat(kept.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.text()).isEqualTo("Hei ja kiitos.");
            assertThat(draft.author()).isEqualTo(VEIKKO);
            assertThat(draft.label()).isEqualTo(DraftLabel.BESIDE);
        });
        assertThat(Keeping.aside(kept, reply(SECOND, "Hei ja kiitos."), veikko(), DraftLabel.BESIDE))
                .isEmpty();
    }

    @Test
    void noReplyLeavesWithABlankOrAnIdentityCode() {
        assertThat(decide(waiting(), reply(FIRST, "Soitan [ päivä ja kellonaika ]."), aino()))
                .isEqualTo(refused(Refusal.BLANK_LEFT));
        assertThat(decide(waiting(), reply(FIRST, "Tunnuksenne 010190-905V"), aino()))
                .isEqualTo(refused(Refusal.IDENTITY_CODE_IN_REPLY));
    }

    @Test
    void whoLeftOnlyANumberIsAnsweredByPhoneAndThePromiseIsKept() {
        FeedbackCase byPhone = with(BY_PHONE);
        assertThat(decide(byPhone, reply(FIRST, "Kiitos."), aino())).isEqualTo(refused(Refusal.NO_MAIL_ADDRESS));

        FeedbackCase answered =
                applied(byPhone, new Command.RecordAnswer(FIRST, MESSAGE, Way.PHONE, "Sovittiin aika.", null), aino());
        assertThat(answered.owesReply()).isFalse();
        assertThat(answered.status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(decide(answered, new Command.RecordAnswer(SECOND, MESSAGE, Way.POST, "", null), veikko()))
                .isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void whoWishedForNoReplyGetsNone() {
        assertThat(decide(with(null), reply(FIRST, "Kiitos."), aino())).isEqualTo(refused(Refusal.NO_REPLY_WISHED));
    }

    @Test
    void aReplyThatCouldNotBeDeliveredIsOwedAgain() {
        FeedbackCase sent = applied(waiting(), reply(FIRST, "Kiitos."), aino());
        FeedbackCase failed =
                ReplyRules.delivered(sent, FIRST, DeliveryState.FAILED, MONDAY.plusSeconds(120), "550 5.1.1");

        assertThat(failed.owesReply()).isTrue();
        assertThat(failed.status()).isEqualTo(CaseStatus.IN_PROGRESS);
        FeedbackCase phoned =
                applied(failed, new Command.RecordAnswer(SECOND, MESSAGE, Way.PHONE, "Soitettu.", null), aino());
        assertThat(phoned.owesReply()).isFalse();
        assertThat(decide(
                        phoned, new Command.SettleDelivery(FIRST, DeliveryState.FAILED, DeliveryState.WAITING), aino()))
                .isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void aPersonSettlesAReplyInDoubtAndNothingElseCan() {
        FeedbackCase doubtful = ReplyRules.delivered(
                applied(waiting(), reply(FIRST, "Kiitos."), aino()),
                FIRST,
                DeliveryState.IN_DOUBT,
                MONDAY.plusSeconds(120),
                null);
        FeedbackCase settled = applied(
                doubtful, new Command.SettleDelivery(FIRST, DeliveryState.IN_DOUBT, DeliveryState.SENT), aino());

        assertThat(settled.replies())
                .extracting(Reply::delivery)
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.SENT);
        assertThat(decide(
                        settled,
                        new Command.SettleDelivery(FIRST, DeliveryState.SENT, DeliveryState.WAITING),
                        veikko()))
                .isEqualTo(refused(Refusal.NOT_POSSIBLE));
    }

    @Test
    void aCaseWithAnOpenPromiseIsNotClosedAndNoneIsAnsweredByHand() {
        assertThat(decide(waiting(), new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.CLOSED), aino()))
                .isEqualTo(refused(Refusal.REPLY_OWED));
        assertThat(decide(waiting(), new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.ANSWERED), aino()))
                .isEqualTo(refused(Refusal.NOT_POSSIBLE));
        assertThat(applied(with(null), new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.CLOSED), aino())
                        .status())
                .isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void aValueChangedMeanwhileIsAConflictThatSaysByWhom() {
        FeedbackCase moved = applied(waiting(), new Command.MoveToUnit(WARD, CLINIC, "Koskee vastaanottoa."), veikko());

        assertThat(moved.unit()).isEqualTo(CLINIC);
        assertThat(moved.assignee()).isNull();
        assertThat(decide(
                        moved,
                        new Command.MoveToUnit(WARD, new fi.vastine.contract.id.UnitId("u-9"), "Muualle."),
                        aino()))
                .isEqualTo(new Decision.Conflict(ConflictReason.VALUE_CHANGED, "u-3", VEIKKO, veikko().receivedAt()));
        assertThat(decide(moved, new Command.MoveToUnit(WARD, CLINIC, "Samaa mieltä."), aino()))
                .isEqualTo(new Decision.NoOp());
        assertThat(decide(waiting(), new Command.MoveToUnit(WARD, CLINIC, " "), aino()))
                .isEqualTo(refused(Refusal.EMPTY_TEXT));
    }

    @Test
    void assignmentAndKindAreSetOnTheValueSeen() {
        FeedbackCase assigned = applied(waiting(), new Command.AssignTo(AINO, VEIKKO), aino());
        assertThat(assigned.assignee()).isEqualTo(VEIKKO);
        assertThat(decide(assigned, new Command.AssignTo(AINO, null), aino())).isInstanceOf(Decision.Conflict.class);

        FeedbackCase asked =
                applied(waiting(), new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.QUESTION), aino());
        assertThat(asked.kind()).isEqualTo(FeedbackKind.QUESTION);
        assertThat(decide(asked, new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.OTHER), veikko()))
                .isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void aDraftSavedOverAnUnseenRevisionBecomesASecondCopy() {
        FeedbackCase drafted = applied(waiting(), draft(0, "Hei,"), aino());
        FeedbackCase later = applied(drafted, draft(1, "Hei, kiitos"), aino());
        FeedbackCase both = applied(later, draft(1, "Hei, pahoittelen"), aino());

        assertThat(both.drafts()).extracting("text").containsExactly("Hei, kiitos", "Hei, pahoittelen");
        assertThat(both.draft(COPY).orElseThrow().label()).isEqualTo(DraftLabel.COPY);
        assertThat(decide(both, draft(1, "Hei, pahoittelen"), aino())).isEqualTo(new Decision.NoOp());
    }

    @Test
    void aSentReplyEndsTheDraftItWasWrittenIn() {
        FeedbackCase drafted = applied(waiting(), draft(0, "Hei,"), aino());
        FeedbackCase sent = applied(drafted, new Command.SendReply(FIRST, MESSAGE, "Hei.", DRAFT, null), aino());

        assertThat(sent.drafts()).isEmpty();
        assertThat(applied(drafted, reply(FIRST, "Kiitos."), veikko()).drafts()).hasSize(1);
    }

    @Test
    void onlyTheReviewerAskedApprovesAndOnlyTheRevisionSeen() {
        FeedbackCase asked =
                applied(applied(waiting(), draft(0, "Hei,"), aino()), new Command.AskReview(DRAFT, 1, VEIKKO), aino());
        assertThat(asked.waitsForReview()).isTrue();
        assertThat(decide(asked, new Command.ApproveDraft(DRAFT, 1), aino()))
                .isEqualTo(refused(Refusal.NOT_THE_REVIEWER));

        FeedbackCase returned = applied(asked, new Command.ReturnDraft(DRAFT, 1, "Lyhennä."), veikko());
        assertThat(returned.draft(DRAFT).orElseThrow().review())
                .extracting("state")
                .isEqualTo(ReviewState.RETURNED);
        FeedbackCase rewritten = applied(asked, draft(1, "Hei, lyhyesti"), aino());
        assertThat(decide(rewritten, new Command.ApproveDraft(DRAFT, 1), veikko()))
                .isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void theFirstHandoverStandsAndStopsTheClock() {
        FeedbackCase handed = applied(waiting(), new Command.HandOver(HandoverKind.OBJECTION), aino());

        assertThat(handed.owesReply()).isFalse();
        assertThat(decide(handed, new Command.HandOver(HandoverKind.OBJECTION), veikko()))
                .isEqualTo(new Decision.NoOp());
        assertThat(decide(handed, new Command.HandOver(HandoverKind.REGISTRY), veikko()))
                .isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void thanksAreClosedUnlessAReplyIsOwed() {
        assertThat(applied(with(null), new Command.ThankTeam(), aino()).status())
                .isEqualTo(CaseStatus.CLOSED);
        FeedbackCase owed = applied(waiting(), new Command.ThankTeam(), aino());
        assertThat(owed.thanked()).isTrue();
        assertThat(owed.owesReply()).isTrue();
        assertThat(owed.status()).isEqualTo(CaseStatus.NEW);
    }

    @Test
    void feedbackEnteredTwiceIsOneCase() {
        var entry = new Command.EnterFeedback(
                VEIKKO,
                WARD,
                Channel.PAPER,
                FeedbackKind.THANKS,
                Language.FI,
                MESSAGE,
                "Hyvää hoitoa.",
                Answers.NONE,
                null,
                MONDAY);
        var entered = (Decision.Apply) Decisions.decide(CASE, null, entry, aino());

        assertThat(entered.next().feedback().text()).isEqualTo("Hyvää hoitoa.");
        assertThat(entered.next().origin().collector()).isEqualTo(VEIKKO);
        assertThat(Decisions.decide(CASE, entered.next(), entry, aino())).isEqualTo(new Decision.NoOp());
    }

    @Test
    void anEntryIsWithdrawnUntilSomebodyHasReplied() {
        var entry = new Command.EnterFeedback(
                VEIKKO,
                WARD,
                Channel.PAPER,
                FeedbackKind.CRITICISM,
                Language.FI,
                MESSAGE,
                "Odotin kaksi tuntia.",
                Answers.NONE,
                Cases.BY_MAIL,
                MONDAY);
        var entered = ((Decision.Apply) Decisions.decide(CASE, null, entry, aino())).next();
        var withdraw = new Command.WithdrawEntry(WithdrawalReason.BY_MISTAKE);
        FeedbackCase noted = applied(entered, new Command.AddNote(new NoteId(new UUID(4, 1)), "Soitan."), aino());
        FeedbackCase replied = applied(noted, reply(FIRST, "Kiitos."), aino());

        assertThat(decide(noted, withdraw, veikko())).isEqualTo(new Decision.Withdraw());
        assertThat(decide(replied, withdraw, veikko())).isEqualTo(refused(Refusal.REPLIED_ALREADY));
        assertThat(decide(waiting(), withdraw, veikko())).isEqualTo(refused(Refusal.NOT_POSSIBLE));
        assertThat(Decisions.fold(CASE, noted, envelopes(List.of(withdraw, new Command.ThankTeam())), VEIKKO))
                .isNull();
        assertThat(Decisions.fold(CASE, replied, envelopes(List.of(withdraw)), VEIKKO))
                .isEqualTo(replied);
    }

    @Test
    void onACaseThatIsNotThereEverythingElseIsRefused() {
        assertThat(Decisions.decide(CASE, null, new Command.ThankTeam(), aino()))
                .isEqualTo(refused(Refusal.UNKNOWN_CASE));
    }

    @Test
    void pendingCommandsShowInOrderAndWhatCannotBeDoneChangesNothing() {
        List<Command> pending = List.of(
                new Command.AddTheme(QUEUE),
                new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.CLOSED),
                reply(FIRST, "Kiitos."),
                new Command.ChangeStatus(CaseStatus.ANSWERED, CaseStatus.CLOSED));

        FeedbackCase shown = Objects.requireNonNull(Decisions.fold(CASE, waiting(), envelopes(pending), AINO));

        assertThat(shown.themes()).containsExactly(QUEUE);
        assertThat(shown.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(shown.replies()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(HandoverKind.class)
    void repeatingAnyCommandRightAwayChangesNothing(HandoverKind kind) {
        List<Command> commands = List.of(
                new Command.AddTheme(QUEUE),
                new Command.AddNote(new NoteId(new UUID(4, 1)), "Soitettu."),
                new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.IN_PROGRESS),
                new Command.AssignTo(AINO, VEIKKO),
                new Command.MoveToUnit(WARD, CLINIC, "Sinne."),
                new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.OTHER),
                draft(0, "Hei"),
                reply(FIRST, "Kiitos."),
                new Command.ThankTeam(),
                new Command.HandOver(kind));
        for (Command command : commands) {
            FeedbackCase once = applied(waiting(), command, aino());
            assertThat(decide(once, command, aino())).as("%s", command).isEqualTo(new Decision.NoOp());
        }
    }

    private static Command.SendReply reply(ReplyId id, String text) {
        return new Command.SendReply(id, MESSAGE, text, null, null);
    }

    private static Command.SaveDraft draft(int seen, String text) {
        return new Command.SaveDraft(DRAFT, seen, COPY, MESSAGE, text);
    }

    private static Decision decide(FeedbackCase current, Command command, Actor actor) {
        return Decisions.decide(CASE, current, command, actor);
    }

    private static FeedbackCase applied(FeedbackCase current, Command command, Actor actor) {
        Decision decision = decide(current, command, actor);
        assertThat(decision).as("%s", command).isInstanceOf(Decision.Apply.class);
        return ((Decision.Apply) decision).next();
    }

    private static Decision refused(Refusal code) {
        return new Decision.Refuse(code);
    }

    private static List<Envelope> envelopes(List<Command> commands) {
        var device = new DeviceId(new UUID(5, 1));
        return IntStream.range(0, commands.size())
                .mapToObj(i -> new Envelope(
                        new CommandId(new UUID(6, i)),
                        device,
                        i + 1L,
                        CASE,
                        MONDAY.plusSeconds(i),
                        Envelope.SHAPE,
                        commands.get(i)))
                .toList();
    }
}
