package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.CaseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/reads}: which cases a person opened, those without a network included. */
public record Reads(List<Read> reads) {
    public Reads {
        reads = reads == null ? List.of() : List.copyOf(reads);
    }

    /** What of a case was read. */
    public enum What {
        CASE,
        /** An identity code in the text was shown. */
        IDENTITY_CODE,
        /** The customer's contact was shown. */
        CONTACT
    }

    /** Why an identity code was shown: chosen, so that no word of anybody's gets into the audit log. */
    public enum Why {
        /** To be sure who the customer is. */
        WHO_IT_IS,
        /** The matter goes on to another process, which needs the code. */
        HAND_OVER,
        /** The customer asked for it. */
        CUSTOMER_ASKED,
        /** To see whether it is an identity code at all. */
        WHETHER_IT_IS_ONE
    }

    /**
     * One opening.
     *
     * @param at by the laptop's clock
     * @param why absent where it is not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Read(
            CaseId caseId, What what, Instant at, @Nullable Why why) {
        /** One for which nobody has to say why. */
        public Read(CaseId caseId, What what, Instant at) {
            this(caseId, what, at, null);
        }
    }
}
