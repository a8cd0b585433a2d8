package fi.vastine.core.session;

/**
 * How far the first download has come.
 *
 * @param held cases here
 * @param expected cases in the units as far as is known; never less than held
 */
public record Progress(long held, long expected) {}
