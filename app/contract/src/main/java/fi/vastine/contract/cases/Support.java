package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How somebody was helped to answer.
 *
 * @param answeredBy whose answers they are
 * @param helper what the helper is to the customer; absent where nobody helped
 * @param assent whether the customer agreed to answer when asked aloud
 * @param remark the helper's own words, never the customer's; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Support(
        AnsweredBy answeredBy,
        @Nullable HelperRole helper,
        boolean assent,
        @Nullable String remark) {

    /** Whose answers they are. */
    public enum AnsweredBy {
        SELF,
        SELF_WITH_SUPPORT,
        PROXY
    }

    /** What the helper is to the customer. */
    public enum HelperRole {
        SUMMER_WORKER,
        STAFF,
        RELATIVE,
        VOLUNTEER,
        OTHER
    }

    Support withoutRemark() {
        return new Support(answeredBy, helper, assent, null);
    }
}
