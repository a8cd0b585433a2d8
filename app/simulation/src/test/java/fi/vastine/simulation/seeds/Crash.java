package fi.vastine.simulation.seeds;

/** The power is gone: no code of the program may catch it and go on. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
