package fi.vastine.backend.store;

import fi.vastine.contract.cases.Expiry;
import fi.vastine.contract.cases.FeedbackCase;

/** What of a case is gone by age. */
enum Expired {
    NOTHING(0),
    CONTACT(1),
    TEXT(2);

    private final int code;

    Expired(int code) {
        this.code = code;
    }

    /** How its table has it. */
    int code() {
        return code;
    }

    static Expired of(FeedbackCase feedbackCase) {
        if (Expiry.hasNoText(feedbackCase)) {
            return TEXT;
        }
        return Expiry.hasNoContact(feedbackCase) ? CONTACT : NOTHING;
    }
}
