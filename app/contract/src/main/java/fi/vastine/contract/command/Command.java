package fi.vastine.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person decided about one case, or about a campaign; stored on the laptop until the backend has answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Command.AddTheme.class),
    @JsonSubTypes.Type(Command.RemoveTheme.class),
    @JsonSubTypes.Type(Command.AddNote.class),
    @JsonSubTypes.Type(Command.ChangeStatus.class),
    @JsonSubTypes.Type(Command.AssignTo.class),
    @JsonSubTypes.Type(Command.MoveToUnit.class),
    @JsonSubTypes.Type(Command.SetKind.class),
    @JsonSubTypes.Type(Command.SaveDraft.class),
    @JsonSubTypes.Type(Command.DropDraft.class),
    @JsonSubTypes.Type(Command.AskReview.class),
    @JsonSubTypes.Type(Command.ApproveDraft.class),
    @JsonSubTypes.Type(Command.ReturnDraft.class),
    @JsonSubTypes.Type(Command.SendReply.class),
    @JsonSubTypes.Type(Command.RecordAnswer.class),
    @JsonSubTypes.Type(Command.SettleDelivery.class),
    @JsonSubTypes.Type(Command.EnterFeedback.class),
    @JsonSubTypes.Type(Command.WithdrawEntry.class),
    @JsonSubTypes.Type(Command.HandOver.class),
    @JsonSubTypes.Type(Command.ThankTeam.class),
    @JsonSubTypes.Type(Command.PlanCampaign.class),
    @JsonSubTypes.Type(Command.EndCampaign.class),
    @JsonSubTypes.Type(Command.Voided.class),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Command {

    /** Adds a theme; merges with whatever others add. */
    @JsonTypeName("add-theme")
    record AddTheme(ThemeId theme) implements Command {}

    /** Removes a theme; merges with whatever others remove. */
    @JsonTypeName("remove-theme")
    record RemoveTheme(ThemeId theme) implements Command {}

    /** Appends a note; known again by its id. */
    @JsonTypeName("add-note")
    record AddNote(NoteId note, String text) implements Command {}

    /** Changes the status, if it is still the one seen. */
    @JsonTypeName("change-status")
    record ChangeStatus(CaseStatus from, CaseStatus to) implements Command {}

    /** Gives the case to a person or to nobody, if its assignee is still the one seen. */
    @JsonTypeName("assign")
    record AssignTo(@Nullable PersonId from, @Nullable PersonId to) implements Command {}

    /** Moves the case to another unit with a reason, if its unit is still the one seen. */
    @JsonTypeName("move")
    record MoveToUnit(UnitId from, UnitId to, String reason) implements Command {}

    /** Sets the kind, if it is still the one seen. */
    @JsonTypeName("set-kind")
    record SetKind(FeedbackKind from, FeedbackKind to) implements Command {}

    /**
     * Keeps a draft of a reply.
     *
     * @param seen the revision its author had before them, 0 for a new draft
     * @param copy the id under which the text is kept if another revision was saved meanwhile
     */
    @JsonTypeName("save-draft")
    record SaveDraft(DraftId draft, int seen, DraftId copy, MessageId answers, String text) implements Command {}

    /** Throws a draft away, if its revision is still the one seen. */
    @JsonTypeName("drop-draft")
    record DropDraft(DraftId draft, int seen) implements Command {}

    /** Asks a colleague to read a revision of a draft. */
    @JsonTypeName("ask-review")
    record AskReview(DraftId draft, int seen, PersonId reviewer) implements Command {}

    /** The reviewer finds the revision good. */
    @JsonTypeName("approve-draft")
    record ApproveDraft(DraftId draft, int seen) implements Command {}

    /** The reviewer returns the revision with a comment. */
    @JsonTypeName("return-draft")
    record ReturnDraft(DraftId draft, int seen, String comment) implements Command {}

    /**
     * Answers the customer by mail.
     *
     * <p>Applied at most once per reply, and never when the message is answered already, except as a knowing addition.
     *
     * @param draft the draft it was written in, which ends with it
     * @param supplements the reply to which this is a knowing addition
     */
    @JsonTypeName("send-reply")
    record SendReply(
            ReplyId reply,
            MessageId answers,
            String text,
            @Nullable DraftId draft,
            @Nullable ReplyId supplements) implements Command {}

    /** Writes down an answer given by phone, by post or in person; it keeps the promise as a sent reply does. */
    @JsonTypeName("record-answer")
    record RecordAnswer(
            ReplyId reply,
            MessageId answers,
            Way way,
            String text,
            @Nullable DraftId draft) implements Command {}

    /**
     * A person says what became of a reply whose delivery failed or is in doubt.
     *
     * @param from the state seen
     * @param to {@code WAITING} to send it again, {@code SENT} if it is known to have arrived, {@code FAILED} if not
     */
    @JsonTypeName("settle-delivery")
    record SettleDelivery(ReplyId reply, DeliveryState from, DeliveryState to) implements Command {}

    /**
     * Enters feedback given on paper, by word of mouth or with support; the case's id is the client's own.
     *
     * <p>Never refused for its unit or for want of a grant: what is not the collector's to enter there waits in triage.
     *
     * @param collector who entered it, whoever is signed in when it is sent
     * @param unit the unit it is about, as the collector chose it
     * @param givenAt when the customer gave it, by the laptop's clock
     */
    @JsonTypeName("enter-feedback")
    record EnterFeedback(
            PersonId collector,
            UnitId unit,
            Channel channel,
            FeedbackKind kind,
            Language language,
            MessageId message,
            String text,
            Answers answers,
            @Nullable ReplyWish replyWish,
            Instant givenAt)
            implements Command {

        /** The same entry, of a paper of which so many pages were scanned. */
        public EnterFeedback scanned(int pages) {
            return new EnterFeedback(
                    collector,
                    unit,
                    channel,
                    kind,
                    language,
                    message,
                    text,
                    answers.scanned(pages),
                    replyWish,
                    givenAt);
        }
    }

    /**
     * Withdraws what was entered for a customer, as though it had never been entered: the case goes, here and on every laptop.
     *
     * <p>For whoever entered it and for the quality team, while nobody has replied.
     */
    @JsonTypeName("withdraw-entry")
    record WithdrawEntry(WithdrawalReason why) implements Command {}

    /** Hands the matter to the process it belongs to; the feedback's clock stops. */
    @JsonTypeName("hand-over")
    record HandOver(HandoverKind kind) implements Command {}

    /** Passes a thank-you on to the team and closes it. */
    @JsonTypeName("thank-team")
    record ThankTeam() implements Command {}

    /** What the quality team decided about a campaign; its envelope names {@link CampaignId#subject} in the place of a case. */
    sealed interface OfCampaign {
        /** The campaign it is about. */
        CampaignId about();
    }

    /**
     * Plans a campaign; one that is planned already stays as it is.
     *
     * @param beside campaigns that the planner has seen to be in the same unit on the same days, and plans beside on purpose
     */
    @JsonTypeName("plan-campaign")
    record PlanCampaign(Campaign campaign, List<CampaignId> beside) implements Command, OfCampaign {
        public PlanCampaign {
            beside = beside == null ? List.of() : List.copyOf(beside);
        }

        @Override
        public CampaignId about() {
            return campaign.id();
        }
    }

    /**
     * Ends a campaign earlier than planned.
     *
     * @param lastDay its last day, in Europe/Helsinki; one before its first calls it off
     */
    @JsonTypeName("end-campaign")
    record EndCampaign(CampaignId campaign, LocalDate lastDay) implements Command, OfCampaign {
        @Override
        public CampaignId about() {
            return campaign;
        }
    }

    /** What is left of a command whose case was erased: its place in the sequence. */
    @JsonTypeName("void")
    record Voided() implements Command {}
}
