package fi.vastine.contract.cases;

/** What became of a reply after it was sent. */
public enum DeliveryState {
    /** Accepted by the backend, not yet handed to the mail system. */
    WAITING,
    /** The mail system took it. */
    SENT,
    /** The mail system refused it, or it bounced; the reply is owed again. */
    FAILED,
    /** Handed over, and no answer came: a person decides, nothing is sent again by itself. */
    IN_DOUBT,
    /** Given by phone, by post or in person; nothing to deliver. */
    GIVEN
}
