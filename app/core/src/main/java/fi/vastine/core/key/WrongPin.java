package fi.vastine.core.key;

/** What was typed is not the PIN, or there is none that holds; nothing was deleted. */
public final class WrongPin extends RuntimeException {
    private final int left;

    WrongPin(int left) {
        super("What was typed is not the PIN");
        this.left = left;
    }

    /** How many tries are left before it is off; none where it is. */
    public int left() {
        return left;
    }
}
