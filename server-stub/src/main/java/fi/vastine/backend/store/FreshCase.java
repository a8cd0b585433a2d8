package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;

/**
 * A case that is to be added, with its JSON written beforehand but for its number.
 *
 * <p>Many share a commit, and all of them wait for what is done in it: so what can be done before is.
 */
public final class FreshCase {
    private static final String NUMBER = "\"changeNo\":";
    private static final String NO_NUMBER = NUMBER + "0,";

    private final FeedbackCase feedbackCase;
    private final String json;
    private final int number;

    private FreshCase(FeedbackCase feedbackCase, String json, int number) {
        this.feedbackCase = feedbackCase;
        this.json = json;
        this.number = number;
    }

    /** Writes the JSON of a case that has no number yet. */
    public static FreshCase of(FeedbackCase feedbackCase, Json json) {
        FeedbackCase open = feedbackCase.changeNo() == 0
                ? feedbackCase
                : feedbackCase.edit().changeNo(0).done();
        String written = json.write(open);
        // Before it stands the case's id and nothing that anybody wrote.
        int number = written.indexOf(NO_NUMBER);
        if (number < 0) {
            throw new IllegalStateException("A case's JSON has no place for its number.");
        }
        return new FreshCase(open, written, number);
    }

    FeedbackCase numbered(long changeNo) {
        return feedbackCase.edit().changeNo(changeNo).done();
    }

    /** The contract's JSON of {@link #numbered}. */
    String body(long changeNo) {
        return json.substring(0, number) + NUMBER + changeNo + "," + json.substring(number + NO_NUMBER.length());
    }
}
