package fi.vastine.core.key;

/** A key is kept but cannot be read, written or deleted. */
public final class KeyUnreadable extends RuntimeException {

    KeyUnreadable(String message) {
        super(message);
    }

    KeyUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
