package fi.vastine.contract.command;

/** Why a command met another's. */
public enum ConflictReason {
    ANSWERED_ALREADY,
    VALUE_CHANGED,
    DRAFT_CHANGED,
    HANDED_OVER_ALREADY
}
