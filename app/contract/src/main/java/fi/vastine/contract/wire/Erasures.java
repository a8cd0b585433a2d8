package fi.vastine.contract.wire;

import fi.vastine.contract.id.CaseId;

/**
 * {@code POST /v1/erasures} and {@code POST /v1/erasures/done}: a case is erased everywhere, and a laptop has done so.
 *
 * <p>Each laptop is told with every answer to its pulls until it says that it is done.
 */
public final class Erasures {
    private Erasures() {}

    /** An administrator has a case erased. */
    public record Order(CaseId caseId) {}

    /** Every erasure up to this change is carried out on the asking device. */
    public record Done(long upTo) {}
}
