package fi.vastine.backend.form;

import fi.vastine.contract.form.Fault;

/** A form's faults in words, for whoever imports it. */
final class FaultWords {
    private FaultWords() {}

    static String of(Fault fault) {
        String detail = fault.detail();
        return switch (fault.problem()) {
            case NO_QUESTION -> "nothing is asked";
            case TOO_MANY_ITEMS -> "more than " + detail + " items";
            case LINK_ID_TWICE -> "linkId: two items have it";
            case LOOP -> "enableWhen: the item waits for itself, directly or through others";
            case UNKNOWN_QUESTION -> "enableWhen: no such question: " + detail;
            case CONDITION_UNFIT -> "enableWhen: never the answer to " + detail;
            case TRANSLATION_MISSING -> "the text is missing in " + detail;
            case TEXT_TOO_LONG -> "a text has at most " + detail + " characters";
            case OPTIONS_UNFIT -> "answerOption: none, or one twice: " + detail;
            case NUMBERS_UNFIT -> "the least value is above the greatest: " + detail;
            case STATEMENT_TWICE -> "the same statement is asked twice";
            case RECOMMENDATION_TWICE -> "the recommendation is asked twice";
            case COMMENT_TWICE -> "there is a comment already";
            case IMAGE_TOO_LARGE -> "the image is too large: " + detail;
            case IMAGES_TOO_LARGE -> "the images are too large together: " + detail;
            case IMAGE_UNFIT -> "the image is not what it says, or neither PNG nor JPEG: " + detail;
            case DAYS_UNFIT -> "effectivePeriod: it ends before it begins: " + detail;
        };
    }
}
