package fi.vastine.backend.store;

import org.jspecify.annotations.Nullable;

/** Nothing was written, and nothing can be now: the database is gone, its disk is full, or too much waits already. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
