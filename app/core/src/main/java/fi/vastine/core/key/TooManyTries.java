package fi.vastine.core.key;

import java.time.Instant;

/** A passphrase was typed too soon after others that did not fit; it was not looked at. */
public final class TooManyTries extends RuntimeException {
    private final Instant retryAt;

    TooManyTries(Instant retryAt) {
        super("The next try is taken later");
        this.retryAt = retryAt;
    }

    /** When the next try is taken, by the laptop's clock. */
    public Instant retryAt() {
        return retryAt;
    }
}
