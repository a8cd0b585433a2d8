package fi.vastine.contract.cases;

/** Where a second pair of eyes stands. */
public enum ReviewState {
    ASKED,
    APPROVED,
    RETURNED
}
