package fi.vastine.bench;

/** Milliseconds since it was made. */
record Stopwatch(long startedAt) {

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    double millis() {
        return (System.nanoTime() - startedAt) / 1e6;
    }
}
