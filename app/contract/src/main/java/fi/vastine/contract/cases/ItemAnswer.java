package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An item of a form, answered, with enough beside it to be read where that form is not known.
 *
 * <p>National statements and the recommendation are not among these: they mean the same whatever form asked them, and have
 * their own place in {@link Answers}.
 *
 * @param linkId the item, as its form names it
 * @param asked the question as it was put, in the customer's language
 * @param said of a choice, the words that were chosen, in the customer's language; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemAnswer(
        String linkId, String asked, Given given, @Nullable String said) {
    public ItemAnswer {
        if (given instanceof Given.Step || given instanceof Given.Recommendation) {
            throw new IllegalArgumentException("statements and the recommendation have their own place");
        }
    }
}
