package fi.vastine.contract.wire;

import fi.vastine.contract.id.CaseId;
import java.time.Instant;
import java.util.List;

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

    /** One opening, by the laptop's clock. */
    public record Read(CaseId caseId, What what, Instant at) {}
}
