package fi.vastine.desktop.attention;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.session.Attention.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person can do with a command that was not applied. */
enum Step {
    /** The same once more, on the value that stands now. */
    APPLY_ANEW,
    /** The draft stays where the backend put it, and the item is settled. */
    LEAVE_DRAFT,
    /** The text goes out as a knowing addition to the reply that was first. */
    SUPPLEMENT,
    /** The text becomes a note for colleagues. */
    TO_NOTE,
    OPEN_CASE,
    /** The campaign is whole in its form again. */
    MEND_PLAN,
    COPY_TEXT,
    /** Seen, and nothing more is wanted. */
    LET_BE;

    /** The steps that lead on from an item, the most likely one first. */
    static List<Step> from(Item item) {
        List<Step> steps = new ArrayList<>();
        switch (item.outcome()) {
            case Outcome.Conflict conflict -> addFrom(item, conflict, steps);
            case Outcome.Refused refused -> {
                steps.add(item.command() instanceof Command.PlanCampaign ? MEND_PLAN : OPEN_CASE);
                if (textOf(item.command()).isPresent()) {
                    steps.add(COPY_TEXT);
                }
            }
            case Outcome.Gone gone -> {}
            case Outcome.Applied applied -> {}
            case Outcome.NoOp noOp -> {}
        }
        if (!steps.contains(LEAVE_DRAFT)) {
            steps.add(LET_BE);
        }
        return List.copyOf(steps);
    }

    private static void addFrom(Item item, Outcome.Conflict conflict, List<Step> steps) {
        if (conflict.why() == ConflictReason.ANSWERED_ALREADY
                && textOf(item.command()).isPresent()) {
            steps.add(LEAVE_DRAFT);
            if (item.command() instanceof Command.SendReply && conflict.current() != null) {
                steps.add(SUPPLEMENT);
            }
            steps.add(TO_NOTE);
        } else if (anew(item).isPresent()) {
            steps.add(APPLY_ANEW);
        }
        steps.add(item.command() instanceof Command.PlanCampaign ? MEND_PLAN : OPEN_CASE);
    }

    /** The same command on the value that stands now; empty where it must be looked at first. */
    static Optional<Command> anew(Item item) {
        if (!(item.outcome() instanceof Outcome.Conflict conflict)) {
            return Optional.empty();
        }
        String stands = conflict.current();
        return switch (conflict.why()) {
            case VALUE_CHANGED -> onValue(item.command(), stands);
            case DRAFT_CHANGED -> onRevision(item.command(), stands);
            case CAMPAIGNS_OVERLAP -> beside(item.command(), stands);
            case ANSWERED_ALREADY, HANDED_OVER_ALREADY -> Optional.empty();
        };
    }

    /** Planned knowing of the other campaign. */
    private static Optional<Command> beside(Command command, @Nullable String other) {
        return command instanceof Command.PlanCampaign plan && other != null
                ? Optional.of(new Command.PlanCampaign(
                        plan.campaign(),
                        Stream.concat(plan.beside().stream(), Stream.of(CampaignId.of(other)))
                                .toList()))
                : Optional.empty();
    }

    /** Asking for a look is meant for the newest text; to judge a text one has to read it first. */
    private static Optional<Command> onRevision(Command command, @Nullable String stands) {
        return command instanceof Command.AskReview ask && stands != null
                ? Optional.of(new Command.AskReview(ask.draft(), Integer.parseInt(stands), ask.reviewer()))
                : Optional.empty();
    }

    private static Optional<Command> onValue(Command command, @Nullable String stands) {
        if (command instanceof Command.AssignTo assign) {
            return Optional.of(new Command.AssignTo(stands == null ? null : new PersonId(stands), assign.to()));
        }
        if (stands == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (command) {
                    case Command.ChangeStatus change ->
                        new Command.ChangeStatus(CaseStatus.valueOf(stands), change.to());
                    case Command.MoveToUnit move ->
                        new Command.MoveToUnit(new UnitId(stands), move.to(), move.reason());
                    case Command.SetKind set -> new Command.SetKind(FeedbackKind.valueOf(stands), set.to());
                    case Command.SettleDelivery settle -> settled(settle, DeliveryState.valueOf(stands));
                    default -> null;
                });
    }

    /** Only what is still open can be settled. */
    private static @Nullable Command settled(Command.SettleDelivery settle, DeliveryState stands) {
        boolean open = stands == DeliveryState.IN_DOUBT || stands == DeliveryState.FAILED;
        return open ? new Command.SettleDelivery(settle.reply(), stands, settle.to()) : null;
    }

    /** The reply as a knowing addition to the one that was first. */
    static Command supplement(Command.SendReply reply, ReplyId first, ReplyId fresh) {
        // The backend kept the text as a draft under the reply's own id: it ends with the addition.
        return new Command.SendReply(
                fresh, reply.answers(), reply.text(), new DraftId(reply.reply().value()), first);
    }

    static Command note(String text, NoteId fresh) {
        return new Command.AddNote(fresh, text);
    }

    /** What the person wrote; empty for a command that holds no words. */
    static Optional<String> textOf(Command command) {
        String text = switch (command) {
            case Command.SendReply send -> send.text();
            case Command.RecordAnswer answer -> answer.text();
            case Command.SaveDraft save -> save.text();
            case Command.AddNote note -> note.text();
            case Command.ReturnDraft back -> back.comment();
            case Command.MoveToUnit move -> move.reason();
            case Command.EnterFeedback entry -> entry.text();
            case Command.PlanCampaign plan -> plan.campaign().name();
            default -> "";
        };
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    static ReplyId reply(String id) {
        return new ReplyId(UUID.fromString(id));
    }
}
