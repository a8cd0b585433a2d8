package fi.vastine.backend.delivery;

/** What came of handing a mail over. A reason is a code of the mail system, or one of ours, and names nobody. */
public sealed interface Handed {

    /** Taken: whatever happens to it now is the mail system's. */
    record Sent() implements Handed {}

    /** Never taken, now or later. */
    record Refused(String reason) implements Handed {}

    /** Surely not taken; another time it may be. */
    record Later(String reason) implements Handed {}

    /** Nobody can tell whether it was taken. */
    record InDoubt(String reason) implements Handed {}
}
