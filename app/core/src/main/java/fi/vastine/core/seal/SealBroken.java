package fi.vastine.core.seal;

/** A sealed value was changed, belongs to another row, or was sealed with another key. */
public final class SealBroken extends RuntimeException {

    SealBroken(String row, String why) {
        super("The seal of " + row + " is broken: " + why);
    }

    SealBroken(String row, Throwable cause) {
        super("The seal of " + row + " is broken", cause);
    }
}
