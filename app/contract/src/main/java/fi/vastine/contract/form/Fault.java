package fi.vastine.contract.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a form from being used.
 *
 * @param linkId the item; absent for the form as a whole
 * @param detail what exactly, such as the language that is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String linkId, Problem problem, String detail) {

    /** The kinds of faults. */
    public enum Problem {
        NO_QUESTION,
        TOO_MANY_ITEMS,
        LINK_ID_TWICE,
        /** The item waits for itself, directly or through others. */
        LOOP,
        /** A condition names an item that is not there or is no question. */
        UNKNOWN_QUESTION,
        /** A condition compares with what can never be the answer. */
        CONDITION_UNFIT,
        TRANSLATION_MISSING,
        TEXT_TOO_LONG,
        /** A choice without options, with an option twice, or of which nothing may be chosen. */
        OPTIONS_UNFIT,
        NUMBERS_UNFIT,
        STATEMENT_TWICE,
        RECOMMENDATION_TWICE,
        COMMENT_TWICE,
        IMAGE_TOO_LARGE,
        IMAGES_TOO_LARGE,
        /** Neither PNG nor JPEG, or not what it says it is. */
        IMAGE_UNFIT,
        /** The last day is before the first. */
        DAYS_UNFIT
    }
}
