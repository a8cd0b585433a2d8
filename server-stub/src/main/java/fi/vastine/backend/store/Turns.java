package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Promise;

/**
 * Where a case stands in the first download of its unit, the smallest first: what owes a reply by its due date, owed
 * replies without one, then everything else, the newest first.
 */
final class Turns {
    /** Owed replies have smaller turns than this, all others larger ones. */
    static final long AFTER_OWED = 1_000_000_000L;

    private static final long OWED_WITHOUT_DAY = AFTER_OWED - 1;
    private static final long NEWEST_FIRST = 1_000_000_000_000L;

    private Turns() {}

    static long of(FeedbackCase feedbackCase) {
        if (!feedbackCase.owesReply()) {
            return NEWEST_FIRST - feedbackCase.origin().receivedAt().getEpochSecond();
        }
        Promise promise = feedbackCase.promise();
        return promise == null ? OWED_WITHOUT_DAY : promise.dueOn().toEpochDay();
    }
}
