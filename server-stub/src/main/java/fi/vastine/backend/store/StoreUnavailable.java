package fi.vastine.backend.store;

import org.jspecify.annotations.Nullable;

/** The database cannot write or be read now, and nothing was written: it is gone, its disk is full, or too much waits already. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
