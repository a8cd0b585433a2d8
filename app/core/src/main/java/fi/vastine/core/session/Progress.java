package fi.vastine.core.session;

/**
 * How far the first download has come.
 *
 * @param held cases here
 */
public record Progress(long held) {}
