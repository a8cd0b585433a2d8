package fi.vastine.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionTest {
    private static final ReplyId FIRST = new ReplyId(new UUID(7, 1));
    private static final ReplyId MINE = new ReplyId(new UUID(7, 2));
    private static final DraftId DRAFT = new DraftId(new UUID(7, 3));

    private static final Campaign CAMPAIGN = new Campaign(
            new CampaignId(new UUID(7, 4)),
            "Syyskierros",
            "national",
            List.of(Lehtola.WARD),
            List.of(),
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2026, 12, 6),
            30);

    private final Lehtola lehtola = new Lehtola();
    private final List<CaseId> opened = new ArrayList<>();
    private final List<CampaignId> mended = new ArrayList<>();
    private final AttentionViewModel attention =
            new AttentionViewModel(lehtola.casework, new SameThreadBackground(), opened::add, mended::add);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasASentenceForEveryCommandInEveryLanguage(Language language) {
        AttentionWords words = words(language);
        for (Command command : commands()) {
            for (ConflictReason why : ConflictReason.values()) {
                Item item =
                        item(command, new Outcome.Conflict(why, current(command, why), Lehtola.BERTIL, Lehtola.NOW));
                assertSaid(words, item);
                assertThat(words.explanation(item, Lehtola.reference()))
                        .as("%s %s", command, why)
                        .contains(why == ConflictReason.CAMPAIGNS_OVERLAP ? "" : "Bertil Holm");
                Item bare = item(command, new Outcome.Conflict(why, null, null, null));
                assertSaid(words, bare);
            }
            for (Refusal code : Refusal.values()) {
                assertSaid(words, item(command, new Outcome.Refused(code, true)));
                assertSaid(words, item(command, new Outcome.Refused(code, false)));
            }
            assertSaid(words, item(command, new Outcome.Gone()));
        }
    }

    private static void assertSaid(AttentionWords words, Item item) {
        assertThat(words.title(item)).isNotBlank();
        assertThat(words.reason(item.outcome())).isNotBlank();
        assertThat(words.explanation(item, Lehtola.reference())).isNotBlank().doesNotContain("{", " null");
        assertThat(words.command(item.command())).isNotBlank();
        assertThat(Step.from(item))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(words.step(step)).isNotBlank());
    }

    @Test
    void noTwoRefusalsAreToldWithTheSameWords() {
        AttentionWords words = words(Language.FI);

        assertThat(List.of(Refusal.values()).stream().map(words::refusal)).doesNotHaveDuplicates();
        assertThat(List.of(Refusal.values()).stream().map(words::more)).doesNotHaveDuplicates();
    }

    @Test
    void aReplyThatCameSecondCanStayADraftGoAsAnAdditionOrBecomeANote() {
        Item second = second();
        attention.accept(List.of(second));

        assertThat(Step.from(second)).containsExactly(Step.LEAVE_DRAFT, Step.SUPPLEMENT, Step.TO_NOTE, Step.OPEN_CASE);

        attention.take(Step.SUPPLEMENT, second);
        assertThat(lehtola.casework.madeAnew).singleElement().isInstanceOfSatisfying(Command.SendReply.class, sent -> {
            assertThat(sent.supplements()).isEqualTo(FIRST);
            assertThat(sent.reply()).isNotEqualTo(MINE);
            assertThat(sent.text()).isEqualTo("Minun vastaukseni.");
            assertThat(sent.draft()).isEqualTo(new DraftId(MINE.value()));
        });

        attention.take(Step.TO_NOTE, second);
        assertThat(lehtola.casework.madeAnew.getLast())
                .isInstanceOfSatisfying(
                        Command.AddNote.class, note -> assertThat(note.text()).isEqualTo("Minun vastaukseni."));

        attention.take(Step.LEAVE_DRAFT, second);
        assertThat(lehtola.casework.dismissed).containsExactly(second.commandId());
        attention.take(Step.OPEN_CASE, second);
        assertThat(opened).containsExactly(second.caseId());
    }

    @Test
    void whoHasNoSuchCaseIsNotOfferedToOpenIt() {
        Item second = second();
        attention.accept(List.of(second));
        assertThat(steps()).contains(Step.OPEN_CASE);

        lehtola.casework.remove(second.caseId());
        attention.accept(List.of());
        attention.accept(List.of(second));

        assertThat(steps()).doesNotContain(Step.OPEN_CASE).contains(Step.TO_NOTE);
    }

    private List<Step> steps() {
        return Objects.requireNonNull(attention.detail().get()).steps();
    }

    @Test
    void aChangedValueIsAppliedAnewOnWhatStandsNow() {
        assertThat(anew(new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.CLOSED), "IN_PROGRESS"))
                .isEqualTo(new Command.ChangeStatus(CaseStatus.IN_PROGRESS, CaseStatus.CLOSED));
        assertThat(anew(new Command.SetKind(FeedbackKind.OTHER, FeedbackKind.THANKS), "CRITICISM"))
                .isEqualTo(new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.THANKS));
        assertThat(anew(new Command.MoveToUnit(Lehtola.WARD, Lehtola.CLINIC, "sinne"), "muu"))
                .isEqualTo(new Command.MoveToUnit(new UnitId("muu"), Lehtola.CLINIC, "sinne"));
        assertThat(anew(new Command.AssignTo(null, Lehtola.AINO), "bertil"))
                .isEqualTo(new Command.AssignTo(Lehtola.BERTIL, Lehtola.AINO));
        assertThat(anew(new Command.AssignTo(Lehtola.BERTIL, Lehtola.AINO), null))
                .isEqualTo(new Command.AssignTo(null, Lehtola.AINO));
        assertThat(anew(new Command.SettleDelivery(MINE, DeliveryState.IN_DOUBT, DeliveryState.WAITING), "FAILED"))
                .isEqualTo(new Command.SettleDelivery(MINE, DeliveryState.FAILED, DeliveryState.WAITING));
    }

    @Test
    void whatMustBeLookedAtFirstIsNotAppliedAnew() {
        Item delivered = item(
                new Command.SettleDelivery(MINE, DeliveryState.IN_DOUBT, DeliveryState.FAILED),
                new Outcome.Conflict(ConflictReason.VALUE_CHANGED, "SENT", null, null));
        Item approved = item(
                new Command.ApproveDraft(DRAFT, 2),
                new Outcome.Conflict(ConflictReason.DRAFT_CHANGED, "3", null, null));

        assertThat(Step.from(delivered)).doesNotContain(Step.APPLY_ANEW);
        assertThat(Step.from(approved)).containsExactly(Step.OPEN_CASE, Step.LET_BE);
    }

    @Test
    void anItemStaysChosenWhileOthersComeAndTheNextOneFollowsWhenItGoes() {
        Item one = second();
        Item two = item(new Command.ThankTeam(), new Outcome.Gone());
        Item three = item(new Command.AddTheme(Lehtola.QUEUE), new Outcome.Refused(Refusal.UNKNOWN_THEME, false));
        attention.accept(List.of(one, two));
        attention.choose(two);

        attention.accept(List.of(one, two, three));
        assertThat(attention.indexOfChosen()).isEqualTo(1);

        attention.accept(List.of(one, three));
        assertThat(attention.indexOfChosen()).isEqualTo(1);
        attention.accept(List.of());
        assertThat(attention.detail().get()).isNull();
    }

    private @Nullable Command anew(Command command, @Nullable String stands) {
        return Step.anew(item(command, new Outcome.Conflict(ConflictReason.VALUE_CHANGED, stands, null, null)))
                .orElse(null);
    }

    private Item second() {
        return item(
                new Command.SendReply(MINE, message(), "Minun vastaukseni.", null, null),
                new Outcome.Conflict(ConflictReason.ANSWERED_ALREADY, FIRST.toString(), Lehtola.BERTIL, Lehtola.NOW));
    }

    private Item item(Command command, Outcome outcome) {
        UUID id = UUID.nameUUIDFromBytes((command + "" + outcome).getBytes(StandardCharsets.UTF_8));
        return new Item(new CommandId(id), lehtola.queue.id(), command, outcome, Lehtola.NOW, Lehtola.NOW);
    }

    @Test
    void aPlanThatMetAnotherCampaignIsMadeAnewKnowingOfIt() {
        CampaignId other = new CampaignId(new UUID(7, 9));
        Item item = item(
                new Command.PlanCampaign(CAMPAIGN, List.of()),
                new Outcome.Conflict(ConflictReason.CAMPAIGNS_OVERLAP, other.toString(), null, null));

        assertThat(words(Language.FI).explanation(item, Lehtola.reference())).contains("Syyskierros", "ma 23.11.");
        assertThat(Step.from(item)).first().isEqualTo(Step.APPLY_ANEW);
        assertThat(Step.anew(item)).contains(new Command.PlanCampaign(CAMPAIGN, List.of(other)));
    }

    @Test
    void aPlanThatWasRefusedLeadsToItsFormInsteadOfToACase() {
        Item item =
                item(new Command.PlanCampaign(CAMPAIGN, List.of()), new Outcome.Refused(Refusal.UNKNOWN_UNIT, false));
        attention.accept(List.of(item));
        assertThat(steps()).first().isEqualTo(Step.MEND_PLAN);

        attention.take(Step.MEND_PLAN, item);
        assertThat(mended).containsExactly(CAMPAIGN.id());
        assertThat(opened).isEmpty();
    }

    private MessageId message() {
        return lehtola.queue.latestMessage().id();
    }

    private static AttentionWords words(Language language) {
        Texts texts = new Texts(language);
        return new AttentionWords(texts, new Times(texts, Lehtola.CLOCK));
    }

    /** The value that would stand in the way of each command. */
    private static String current(Command command, ConflictReason why) {
        return switch (why) {
            case ANSWERED_ALREADY -> FIRST.toString();
            case DRAFT_CHANGED -> "4";
            case HANDED_OVER_ALREADY -> HandoverKind.REGISTRY.name();
            case CAMPAIGNS_OVERLAP -> new UUID(7, 9).toString();
            case VALUE_CHANGED ->
                switch (command) {
                    case Command.ChangeStatus change -> CaseStatus.IN_PROGRESS.name();
                    case Command.SetKind set -> FeedbackKind.OTHER.name();
                    case Command.SettleDelivery settle -> DeliveryState.FAILED.name();
                    default -> "4";
                };
        };
    }

    /** One of each kind; a kind that is missing here is found by its count. */
    private List<Command> commands() {
        List<Command> all = List.of(
                new Command.AddTheme(Lehtola.QUEUE),
                new Command.RemoveTheme(Lehtola.QUEUE),
                new Command.AddNote(new NoteId(new UUID(7, 5)), "Muistiinpano."),
                new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.CLOSED),
                new Command.AssignTo(null, Lehtola.BERTIL),
                new Command.MoveToUnit(Lehtola.WARD, Lehtola.CLINIC, "sinne"),
                new Command.SetKind(FeedbackKind.CRITICISM, FeedbackKind.THANKS),
                new Command.SaveDraft(DRAFT, 1, DRAFT, message(), "Luonnos."),
                new Command.DropDraft(DRAFT, 1),
                new Command.AskReview(DRAFT, 1, Lehtola.BERTIL),
                new Command.ApproveDraft(DRAFT, 1),
                new Command.ReturnDraft(DRAFT, 1, "Lisää aika."),
                new Command.SendReply(MINE, message(), "Vastaus.", null, null),
                new Command.RecordAnswer(MINE, message(), Way.PHONE, "Soitin.", null),
                new Command.SettleDelivery(MINE, DeliveryState.IN_DOUBT, DeliveryState.SENT),
                new Command.EnterFeedback(
                        Lehtola.AINO,
                        Lehtola.WARD,
                        Channel.ORAL,
                        FeedbackKind.THANKS,
                        Language.FI,
                        message(),
                        "Kiitos.",
                        Answers.NONE,
                        null,
                        Lehtola.NOW),
                new Command.WithdrawEntry(WithdrawalReason.OTHER),
                new Command.HandOver(HandoverKind.OBJECTION),
                new Command.ThankTeam(),
                new Command.PlanCampaign(CAMPAIGN, List.of()),
                new Command.EndCampaign(CAMPAIGN.id(), CAMPAIGN.from()),
                new Command.Voided());
        assertThat(all).hasSize(Command.class.getPermittedSubclasses().length);
        return all;
    }
}
