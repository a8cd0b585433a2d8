package fi.vastine.contract.cases;

/** Why a draft stands on a case. */
public enum DraftLabel {
    /** Its author is writing it. */
    OWN,
    /** Saved over a revision its author had not seen; a second copy, so that neither is lost. */
    COPY,
    /** Written as a reply when another had been sent already. */
    BESIDE,
    /** Its author's access had ended when it arrived; kept for the present unit. */
    LEFT_BEHIND
}
