package fi.vastine.core.key;

/** There is data that a key locks, but the key is gone; a new one would not open it, so none is made. */
public final class KeyMissing extends RuntimeException {

    public KeyMissing(String name) {
        super("The key \"" + name + "\" is missing while the data it locks is there");
    }
}
