package fi.vastine.desktop.attention;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import org.jspecify.annotations.Nullable;

/** A sentence for every reason why something was not applied, and for what it was. */
final class AttentionWords {
    private final Texts texts;
    private final Times times;

    AttentionWords(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    /** What was meant, in a word or two. */
    String command(Command command) {
        return texts.text(
                switch (command) {
                    case Command.SendReply send -> "attention.reply";
                    case Command.RecordAnswer answer -> "attention.recorded-answer";
                    case Command.AddNote note -> "attention.note";
                    case Command.SaveDraft save -> "attention.draft";
                    case Command.DropDraft drop -> "attention.dropped-draft";
                    case Command.MoveToUnit move -> "attention.move";
                    case Command.AssignTo assign -> "attention.assignment";
                    case Command.ChangeStatus change -> "attention.status";
                    case Command.SetKind set -> "attention.kind";
                    case Command.AddTheme add -> "attention.theme";
                    case Command.RemoveTheme remove -> "attention.theme-removed";
                    case Command.AskReview ask -> "attention.review-request";
                    case Command.ApproveDraft approve -> "attention.approval";
                    case Command.ReturnDraft back -> "attention.returned-draft";
                    case Command.SettleDelivery settle -> "attention.delivery";
                    case Command.EnterFeedback entry -> "attention.entry";
                    case Command.WithdrawEntry withdraw -> "attention.withdrawal";
                    case Command.HandOver handOver -> "attention.handover";
                    case Command.ThankTeam thank -> "attention.thanks";
                    case Command.PlanCampaign plan -> "attention.campaign";
                    case Command.EndCampaign end -> "attention.campaign-end";
                    case Command.Voided voided -> "attention.erased";
                });
    }

    /** Why, in a few words for the list. */
    String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict conflict ->
                texts.text(
                        switch (conflict.why()) {
                            case ANSWERED_ALREADY -> "attention.answered-already";
                            case VALUE_CHANGED -> "attention.value-changed";
                            case DRAFT_CHANGED -> "attention.draft-changed";
                            case HANDED_OVER_ALREADY -> "attention.handed-over-already";
                            case CAMPAIGNS_OVERLAP -> "attention.campaigns-overlap";
                        });
            case Outcome.Refused refused -> refusal(refused.code());
            case Outcome.Gone gone -> texts.text("attention.gone");
            case Outcome.Applied applied -> texts.text("attention.applied");
            case Outcome.NoOp noOp -> texts.text("attention.applied");
        };
    }

    /** Why, as the title of the detail. */
    String title(Item item) {
        String what = command(item.command());
        return switch (item.outcome()) {
            case Outcome.Conflict conflict ->
                switch (conflict.why()) {
                    case ANSWERED_ALREADY -> texts.text("attention.answered-already-title");
                    case VALUE_CHANGED -> texts.text("attention.value-changed-title", what);
                    case DRAFT_CHANGED -> texts.text("attention.draft-changed-title");
                    case HANDED_OVER_ALREADY -> texts.text("attention.handed-over-already-title");
                    case CAMPAIGNS_OVERLAP -> texts.text("attention.campaigns-overlap-title");
                };
            case Outcome.Refused refused -> texts.text("attention.refused-title", what, refusal(refused.code()));
            case Outcome.Gone gone -> texts.text("attention.gone-title");
            case Outcome.Applied applied -> texts.text("attention.applied");
            case Outcome.NoOp noOp -> texts.text("attention.applied");
        };
    }

    /** What happened and what is safe. */
    String explanation(Item item, Reference reference) {
        return switch (item.outcome()) {
            case Outcome.Conflict conflict -> conflict(item, conflict, reference);
            case Outcome.Refused refused ->
                more(refused.code()) + " "
                        + texts.text(refused.kept() ? "attention.kept-there" : "attention.kept-here");
            case Outcome.Gone gone -> texts.text("attention.gone-more");
            case Outcome.Applied applied -> texts.text("attention.applied");
            case Outcome.NoOp noOp -> texts.text("attention.applied");
        };
    }

    private String conflict(Item item, Outcome.Conflict conflict, Reference reference) {
        String by = conflict.by() == null ? texts.text("attention.somebody") : reference.personName(conflict.by());
        String when = conflict.at() == null ? texts.text("attention.meanwhile") : times.moment(conflict.at());
        return switch (conflict.why()) {
            case ANSWERED_ALREADY ->
                item.command() instanceof Command.SendReply
                        ? texts.text("attention.answered-reply-more", by, when)
                        : texts.text("attention.answered-already-more", command(item.command()), by, when);
            case VALUE_CHANGED ->
                texts.text(
                        "attention.value-changed-more",
                        by,
                        when,
                        value(item.command(), conflict.current(), reference),
                        wanted(item.command(), reference));
            case DRAFT_CHANGED -> texts.text("attention.draft-changed-more", command(item.command()), by, when);
            case HANDED_OVER_ALREADY ->
                texts.text("attention.handed-over-already-more", by, when, handover(conflict.current()));
            case CAMPAIGNS_OVERLAP ->
                texts.text(
                        "attention.campaigns-overlap-more",
                        campaign(item.command(), reference),
                        campaign(conflict.current(), reference));
        };
    }

    /** The campaign that a command is about, by its name. */
    String campaign(Command command, Reference reference) {
        return switch (command) {
            case Command.PlanCampaign plan -> named(plan.campaign());
            case Command.EndCampaign end -> campaign(end.campaign().toString(), reference);
            default -> "";
        };
    }

    private String campaign(@Nullable String id, Reference reference) {
        return reference.campaigns().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .map(this::named)
                .orElse(texts.text("attention.another-campaign"));
    }

    private String named(Campaign campaign) {
        return texts.text(
                "attention.campaign-named", campaign.name(), times.day(campaign.from()), times.day(campaign.until()));
    }

    private String handover(@Nullable String kind) {
        if (kind == null) {
            return texts.text("attention.nothing");
        }
        return texts.text(
                switch (HandoverKind.valueOf(kind)) {
                    case OBJECTION -> "case.to-objection";
                    case REGISTRY -> "case.to-registry";
                    case PATIENT_SAFETY -> "case.to-safety";
                });
    }

    /** The value that stands now, as a person knows it. */
    private String value(Command command, @Nullable String stands, Reference reference) {
        if (stands == null) {
            return texts.text("attention.nothing");
        }
        return switch (command) {
            case Command.ChangeStatus change -> texts.word(CaseStatus.valueOf(stands));
            case Command.SetKind set -> texts.word(FeedbackKind.valueOf(stands));
            case Command.SettleDelivery settle -> texts.word(DeliveryState.valueOf(stands));
            case Command.MoveToUnit move ->
                reference.unitName(new UnitId(stands), texts.language().get());
            case Command.AssignTo assign -> reference.personName(new PersonId(stands));
            default -> stands;
        };
    }

    private String wanted(Command command, Reference reference) {
        return switch (command) {
            case Command.ChangeStatus change -> texts.word(change.to());
            case Command.SetKind set -> texts.word(set.to());
            case Command.SettleDelivery settle -> texts.word(settle.to());
            case Command.MoveToUnit move ->
                reference.unitName(move.to(), texts.language().get());
            case Command.AssignTo assign ->
                assign.to() == null ? texts.text("attention.nothing") : reference.personName(assign.to());
            default -> command(command);
        };
    }

    /** Why it cannot be done, in a few words. */
    String refusal(Refusal code) {
        return texts.text(
                switch (code) {
                    case NO_ACCESS -> "attention.no-access";
                    case ACCESS_ENDED -> "attention.access-ended";
                    case UNKNOWN_CASE -> "attention.unknown-case";
                    case UNKNOWN_UNIT -> "attention.unknown-unit";
                    case UNKNOWN_PERSON -> "attention.unknown-person";
                    case UNKNOWN_THEME -> "attention.unknown-theme";
                    case UNKNOWN_DRAFT -> "attention.unknown-draft";
                    case UNKNOWN_REPLY -> "attention.unknown-reply";
                    case NO_REPLY_WISHED -> "attention.no-reply-wished";
                    case NO_MAIL_ADDRESS -> "attention.no-mail-address";
                    case REPLY_OWED -> "attention.reply-owed";
                    case IDENTITY_CODE_IN_REPLY -> "attention.identity-code";
                    case BLANK_LEFT -> "attention.blank-left";
                    case EMPTY_TEXT -> "attention.empty-text";
                    case TOO_LONG -> "attention.too-long";
                    case NOT_THE_REVIEWER -> "attention.not-the-reviewer";
                    case NOT_POSSIBLE -> "attention.not-possible";
                    case NOT_QUALITY_TEAM -> "attention.not-quality-team";
                    case UNKNOWN_CAMPAIGN -> "attention.unknown-campaign";
                    case UNKNOWN_FORM -> "attention.unknown-form";
                    case CAMPAIGN_UNFIT -> "attention.campaign-unfit";
                    case NOT_WHO_ENTERED -> "attention.not-who-entered";
                    case REPLIED_ALREADY -> "attention.replied-already";
                    case TOO_LARGE -> "attention.too-large";
                    case UNKNOWN_SHAPE -> "attention.unknown-shape";
                });
    }

    /** The same in full, with what to do next. */
    String more(Refusal code) {
        return texts.text(
                switch (code) {
                    case NO_ACCESS -> "attention.no-access-more";
                    case ACCESS_ENDED -> "attention.access-ended-more";
                    case UNKNOWN_CASE -> "attention.unknown-case-more";
                    case UNKNOWN_UNIT -> "attention.unknown-unit-more";
                    case UNKNOWN_PERSON -> "attention.unknown-person-more";
                    case UNKNOWN_THEME -> "attention.unknown-theme-more";
                    case UNKNOWN_DRAFT -> "attention.unknown-draft-more";
                    case UNKNOWN_REPLY -> "attention.unknown-reply-more";
                    case NO_REPLY_WISHED -> "attention.no-reply-wished-more";
                    case NO_MAIL_ADDRESS -> "attention.no-mail-address-more";
                    case REPLY_OWED -> "attention.reply-owed-more";
                    case IDENTITY_CODE_IN_REPLY -> "attention.identity-code-more";
                    case BLANK_LEFT -> "attention.blank-left-more";
                    case EMPTY_TEXT -> "attention.empty-text-more";
                    case TOO_LONG -> "attention.too-long-more";
                    case NOT_THE_REVIEWER -> "attention.not-the-reviewer-more";
                    case NOT_POSSIBLE -> "attention.not-possible-more";
                    case NOT_QUALITY_TEAM -> "attention.not-quality-team-more";
                    case UNKNOWN_CAMPAIGN -> "attention.unknown-campaign-more";
                    case UNKNOWN_FORM -> "attention.unknown-form-more";
                    case CAMPAIGN_UNFIT -> "attention.campaign-unfit-more";
                    case NOT_WHO_ENTERED -> "attention.not-who-entered-more";
                    case REPLIED_ALREADY -> "attention.replied-already-more";
                    case TOO_LARGE -> "attention.too-large-more";
                    case UNKNOWN_SHAPE -> "attention.unknown-shape-more";
                });
    }

    String step(Step step) {
        return texts.text(
                switch (step) {
                    case APPLY_ANEW -> "attention.apply-anew";
                    case LEAVE_DRAFT -> "attention.leave-draft";
                    case SUPPLEMENT -> "attention.supplement";
                    case TO_NOTE -> "attention.to-note";
                    case OPEN_CASE -> "attention.open-case";
                    case MEND_PLAN -> "attention.mend-plan";
                    case COPY_TEXT -> "attention.copy-text";
                    case LET_BE -> "attention.let-be";
                });
    }

    /** Colleagues were first: nothing is lost. A refusal asks for more. */
    static String tone(Outcome outcome) {
        return outcome instanceof Outcome.Conflict conflict && conflict.why() != ConflictReason.VALUE_CHANGED
                ? "soon"
                : "late";
    }
}
