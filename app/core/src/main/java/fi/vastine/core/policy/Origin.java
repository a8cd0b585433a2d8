package fi.vastine.core.policy;

/**
 * Where a setting comes from.
 *
 * @param where the file, or the name of the variable or property
 */
public record Origin(Kind kind, String where) {
    /** In the order in which they hold. */
    public enum Kind {
        /** The file of this computer, which only its administrator can write; or the one beside a portable copy. */
        FILE,
        ENVIRONMENT,
        /** A property where the program is started. */
        START,
        /** What the person herself took from a file she was given, or chose. */
        OWN
    }

    /** Whether the person at the laptop cannot change it in the program. */
    public boolean isManaged() {
        return kind != Kind.OWN;
    }
}
