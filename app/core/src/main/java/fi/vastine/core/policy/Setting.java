package fi.vastine.core.policy;

/** One thing set, to a value that means something. */
public record Setting(Key key, String value, Origin origin) {}
