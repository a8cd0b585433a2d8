package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply under way; its text is shown to its author, the reviewer asked, and the author's active substitute.
 *
 * @param revision counts savings, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(
        DraftId id,
        MessageId answers,
        PersonId author,
        int revision,
        String text,
        Instant savedAt,
        DraftLabel label,
        @Nullable Review review) {

    /** The same draft with a newer text; a review belongs to the revision it saw, so it ends. */
    public Draft rewritten(String newText, Instant at) {
        return new Draft(id, answers, author, revision + 1, newText, at, label, null);
    }

    public Draft reviewed(Review newReview) {
        return new Draft(id, answers, author, revision, text, savedAt, label, newReview);
    }

    /** Whether a colleague has been asked and has not answered. */
    public boolean waitsForReview() {
        return review != null && review.state() == ReviewState.ASKED;
    }
}
