package fi.vastine.core.cases;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.text.IdentityCodes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of whole cases. */
public final class CaseRows {
    private static final int LONGEST_EXCERPT = 200;

    /** An identity code that begins inside the excerpt ends within so many characters more. */
    private static final int LONGEST_CODE = 16;

    private CaseRows() {}

    /** The row of a case as the backend sent it. */
    public static CaseRow of(FeedbackCase whole) {
        return of(whole, false);
    }

    static CaseRow of(FeedbackCase whole, boolean pending) {
        Promise promise = whole.promise();
        ReplyWish wish = whole.replyWish();
        Reply newest = last(whole.replies());
        Draft reviewed = whole.drafts().stream()
                .filter(Draft::waitsForReview)
                .findFirst()
                .orElse(null);
        return new CaseRow(
                whole.id(),
                whole.unit(),
                whole.origin().channel(),
                whole.kind(),
                whole.status(),
                whole.origin().language(),
                whole.origin().receivedAt(),
                promise == null ? null : promise.dueOn(),
                wish == null ? null : wish.way(),
                whole.owesReply(),
                whole.handover() != null,
                whole.assignee(),
                whole.themes(),
                whole.signals(),
                excerpt(whole.feedback().text()),
                !whole.drafts().isEmpty(),
                reviewed != null,
                reviewed == null ? null : reviewer(reviewed.review()),
                newest == null ? null : newest.delivery().state(),
                pending,
                changedAt(whole),
                Asked.of(whole).orElse(null));
    }

    private static @Nullable PersonId reviewer(@Nullable Review review) {
        return review == null ? null : review.reviewer();
    }

    private static Instant changedAt(FeedbackCase whole) {
        return whole.history().isEmpty()
                ? whole.origin().receivedAt()
                : whole.history().getLast().at();
    }

    private static <T> @Nullable T last(List<T> list) {
        return list.isEmpty() ? null : list.getLast();
    }

    /** The beginning on one line, masked before it is cut, so that no half of a code is left at the end. */
    static String excerpt(String text) {
        String line = IdentityCodes.masked(oneLine(text));
        if (line.length() <= LONGEST_EXCERPT) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_EXCERPT - 1)) ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT;
        return line.substring(0, end).stripTrailing();
    }

    private static String oneLine(String text) {
        int enough = LONGEST_EXCERPT + LONGEST_CODE;
        var line = new StringBuilder(Math.min(text.length(), enough));
        for (int i = 0; i < text.length() && line.length() < enough; i++) {
            char next = text.charAt(i);
            if (next > ' ' && !Character.isISOControl(next)) {
                line.append(next);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().stripTrailing();
    }
}
