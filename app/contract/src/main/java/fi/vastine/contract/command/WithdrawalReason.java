package fi.vastine.contract.command;

/** Why an entry is withdrawn. */
public enum WithdrawalReason {
    BY_MISTAKE,
    WRONG_UNIT,
    /** The customer asks to have what was said taken away again. */
    CONSENT_WITHDRAWN,
    ENTERED_TWICE,
    OTHER
}
