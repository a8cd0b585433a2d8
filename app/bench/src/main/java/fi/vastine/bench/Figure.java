package fi.vastine.bench;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param name as the table of figures names it; a ratio to a floor or peer ends in {@code .ratio}
 * @param value the median of the runs, or the percentile that the name says
 * @param unit such as {@code ms}; {@code 1} for a ratio
 * @param n how many runs
 */
record Figure(String name, double value, String unit, int n, double min, double max) {

    /** What was measured a single time. */
    static Figure once(String name, double value, String unit) {
        return new Figure(name, value, unit, 1, value, value);
    }

    /** The line that is printed. */
    String line() {
        return String.format(
                Locale.ROOT, "figure %s %s %s n=%d min=%s max=%s", name, plain(value), unit, n, plain(min), plain(max));
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.3f" : "%.1f", number);
    }
}
