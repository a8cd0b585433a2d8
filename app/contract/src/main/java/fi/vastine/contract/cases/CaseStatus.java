package fi.vastine.contract.cases;

/** How far a case is; {@code ANSWERED} is reached only by an answer, never by hand. */
public enum CaseStatus {
    NEW,
    IN_PROGRESS,
    ANSWERED,
    CLOSED
}
