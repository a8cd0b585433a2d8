package fi.vastine.core.key;

import java.time.Instant;

/** What was typed does not open the keys; nothing was deleted. */
public final class WrongPassphrase extends RuntimeException {
    private final Instant retryAt;

    WrongPassphrase(Instant retryAt) {
        super("What was typed does not open the keys");
        this.retryAt = retryAt;
    }

    /** When the next try is taken, by the laptop's clock; in the past if at once. */
    public Instant retryAt() {
        return retryAt;
    }
}
