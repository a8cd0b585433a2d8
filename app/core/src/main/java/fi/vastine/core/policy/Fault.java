package fi.vastine.core.policy;

/**
 * Something set that cannot be understood.
 *
 * @param line in the file, from 1; 0 where there is no file or no line
 * @param key what was to be set, as it is written; empty where the whole cannot be read
 */
public record Fault(Origin origin, int line, String key, Why why) {
    /** What is wrong. */
    public enum Why {
        /** The file is there and cannot be opened. */
        UNREADABLE,
        /** It is no JSON from this line on. */
        NOT_JSON,
        UNKNOWN_KEY,
        BAD_VALUE
    }
}
