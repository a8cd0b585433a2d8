package fi.vastine.contract.command;

import static fi.vastine.contract.command.Decisions.apply;
import static fi.vastine.contract.command.Decisions.event;
import static fi.vastine.contract.command.Decisions.noOp;
import static fi.vastine.contract.command.Decisions.refuse;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Event.What;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.id.DraftId;
import java.util.function.Function;

/** Drafts and the second pair of eyes. */
final class DraftRules {
    private DraftRules() {}

    static Decision save(FeedbackCase current, Command.SaveDraft save, Actor actor) {
        if (save.text().length() > Decisions.LONGEST_TEXT) {
            return refuse(Refusal.TOO_LONG);
        }
        Draft stands = current.draft(save.draft()).orElse(null);
        if (stands == null) {
            return save.text().isBlank() ? noOp() : apply(current.edit().draft(fresh(save, actor)));
        }
        if (stands.text().equals(save.text())) {
            return noOp();
        }
        boolean own = stands.author().equals(actor.person()) && stands.label() == DraftLabel.OWN;
        if (own && stands.revision() == save.seen()) {
            return apply(current.edit().draft(stands.rewritten(save.text(), actor.madeAt())));
        }
        return current.draft(save.copy()).isPresent()
                ? noOp()
                : apply(current.edit().draft(copy(save, actor)));
    }

    static Decision drop(FeedbackCase current, Command.DropDraft drop, Actor actor) {
        Draft stands = current.draft(drop.draft()).orElse(null);
        if (stands == null) {
            return noOp();
        }
        return stands.revision() == drop.seen()
                ? apply(current.edit().withoutDraft(drop.draft()))
                : draftChanged(stands);
    }

    static Decision askReview(FeedbackCase current, Command.AskReview ask, Actor actor) {
        return onSeen(current, ask.draft(), ask.seen(), draft -> {
            Review earlier = draft.review();
            if (draft.waitsForReview() && earlier != null && earlier.reviewer().equals(ask.reviewer())) {
                return noOp();
            }
            var review = new Review(ask.reviewer(), ReviewState.ASKED, actor.receivedAt(), null);
            return apply(current.edit()
                    .draft(draft.reviewed(review))
                    .event(event(actor, What.REVIEW_ASKED, null, ask.reviewer().value())));
        });
    }

    static Decision approve(FeedbackCase current, Command.ApproveDraft approve, Actor actor) {
        return onSeen(current, approve.draft(), approve.seen(), draft -> {
            if (!askedOf(draft, actor)) {
                return refuse(Refusal.NOT_THE_REVIEWER);
            }
            var review = new Review(actor.person(), ReviewState.APPROVED, actor.receivedAt(), null);
            return apply(
                    current.edit().draft(draft.reviewed(review)).event(event(actor, What.REVIEW_APPROVED, null, null)));
        });
    }

    static Decision returnDraft(FeedbackCase current, Command.ReturnDraft back, Actor actor) {
        return onSeen(current, back.draft(), back.seen(), draft -> {
            if (!askedOf(draft, actor)) {
                return refuse(Refusal.NOT_THE_REVIEWER);
            }
            var review = new Review(actor.person(), ReviewState.RETURNED, actor.receivedAt(), back.comment());
            return apply(
                    current.edit().draft(draft.reviewed(review)).event(event(actor, What.REVIEW_RETURNED, null, null)));
        });
    }

    private static Decision onSeen(FeedbackCase current, DraftId id, int seen, Function<Draft, Decision> rule) {
        Draft stands = current.draft(id).orElse(null);
        if (stands == null) {
            return refuse(Refusal.UNKNOWN_DRAFT);
        }
        return stands.revision() == seen ? rule.apply(stands) : draftChanged(stands);
    }

    private static boolean askedOf(Draft draft, Actor actor) {
        Review review = draft.review();
        return review != null && review.reviewer().equals(actor.person());
    }

    private static Decision draftChanged(Draft stands) {
        return new Decision.Conflict(
                ConflictReason.DRAFT_CHANGED, Integer.toString(stands.revision()), stands.author(), stands.savedAt());
    }

    private static Draft fresh(Command.SaveDraft save, Actor actor) {
        return new Draft(
                save.draft(), save.answers(), actor.person(), 1, save.text(), actor.madeAt(), DraftLabel.OWN, null);
    }

    private static Draft copy(Command.SaveDraft save, Actor actor) {
        return new Draft(
                save.copy(), save.answers(), actor.person(), 1, save.text(), actor.madeAt(), DraftLabel.COPY, null);
    }
}
