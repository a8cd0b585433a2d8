package fi.vastine.contract.command;

/** Why a command met another's. */
public enum ConflictReason {
    ANSWERED_ALREADY,
    VALUE_CHANGED,
    DRAFT_CHANGED,
    HANDED_OVER_ALREADY,
    /** Another campaign, the current value, asks in the same unit on the same days. */
    CAMPAIGNS_OVERLAP
}
