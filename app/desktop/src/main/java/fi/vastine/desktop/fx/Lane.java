package fi.vastine.desktop.fx;

/** A queue of work with one thread of its own: what shares a lane keeps its order, what must not wait has another. */
public enum Lane {
    /** What is put on disk: commands, drafts, settings. */
    WRITE,
    /** What is read from the replica when something is opened. */
    READ,
    /** Sorting and filtering of what lists show. */
    LIST,
    /** What waits for the network: signing in. */
    NETWORK
}
