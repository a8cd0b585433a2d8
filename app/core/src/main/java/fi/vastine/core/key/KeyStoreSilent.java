package fi.vastine.core.key;

import org.jspecify.annotations.Nullable;

/** The computer's key store does not answer, or was not opened to us: what it holds is not lost, but not to be had now. */
public final class KeyStoreSilent extends RuntimeException {

    KeyStoreSilent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
