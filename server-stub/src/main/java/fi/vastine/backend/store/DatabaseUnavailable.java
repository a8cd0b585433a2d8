package fi.vastine.backend.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; says why in one sentence that a person who runs the backend can act on. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** Another process, or another part of this one, has the folder open. */
        IN_USE,
        /** A later version of the backend has changed the tables already. */
        NEWER_THAN_PROGRAM,
        /** The files or the tables are not what this program wrote. */
        DAMAGED,
        /** The folder cannot be written, or the server does not answer. */
        UNREACHABLE
    }

    private final Reason reason;

    DatabaseUnavailable(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
