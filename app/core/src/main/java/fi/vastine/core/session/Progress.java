package fi.vastine.core.session;

/**
 * How far the first download has come.
 *
 * @param held cases here
 * @param expected cases there will be in the end; 0 while that is not known
 */
public record Progress(long held, long expected) {}
