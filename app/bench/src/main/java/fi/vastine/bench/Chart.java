package fi.vastine.bench;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest figures as a picture: a bar each, on a scale of powers of two, with one line at what has to be reached. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int NAMES = 190;
    private static final int VALUES = 210;
    private static final int ROW = 24;
    private static final int TOP = 44;
    /** Powers of two shown on either side of the line. */
    private static final int SPAN = 4;

    private Chart() {}

    /** The picture as SVG; figures that were never measured say so. */
    static String of(Map<String, Double> newest) {
        int height = TOP + Reach.ALL.size() * ROW + 12;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                height));
        for (int power = -SPAN; power <= SPAN; power++) {
            scale(svg, power, height);
        }
        for (int row = 0; row < Reach.ALL.size(); row++) {
            Reach reach = Reach.ALL.get(row);
            row(svg, reach, newest.get(reach.name()), TOP + row * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void scale(StringBuilder svg, int power, int height) {
        String label = power == 0 ? "to reach" : power < 0 ? "1/" + (1 << -power) : (1 << power) + " ×";
        line(
                svg,
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"%4$s\"/>",
                        at(power),
                        TOP - 14,
                        height - 8,
                        power == 0 ? "#1f2328" : "#d8dee4"));
        line(
                svg,
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"20\" text-anchor=\"middle\" fill=\"#59636e\">%s</text>",
                        at(power),
                        label));
    }

    private static void row(StringBuilder svg, Reach reach, @Nullable Double value, int top) {
        line(
                svg,
                String.format(
                        Locale.ROOT, "<text x=\"8\" y=\"%d\" fill=\"#1f2328\">%s</text>", top + 13, reach.name()));
        if (value == null) {
            text(svg, top, "not measured");
            return;
        }
        double far = reach.of(value);
        double end = at(Math.clamp(Math.log(far) / Math.log(2), -SPAN, SPAN));
        line(
                svg,
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"3\" fill=\"%s\"/>",
                        at(-SPAN),
                        top + 2,
                        Math.max(2, end - at(-SPAN)),
                        far <= 1 ? "#0b6b6f" : "#b3261e"));
        text(
                svg,
                top,
                "%s of %s %s, %s"
                        .formatted(
                                plain(value),
                                plain(reach.most()),
                                reach.unit().equals("1") ? "" : reach.unit(),
                                far <= 1 ? "reached" : "missed")
                        .replace(" ,", ","));
    }

    private static void text(StringBuilder svg, int top, String words) {
        line(
                svg,
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" fill=\"#59636e\">%s</text>",
                        WIDTH - VALUES + 16,
                        top + 13,
                        words));
    }

    private static void line(StringBuilder svg, String element) {
        svg.append(element).append('\n');
    }

    private static double at(double power) {
        double room = WIDTH - NAMES - VALUES;
        return NAMES + room * (power + SPAN) / (2.0 * SPAN);
    }

    private static String plain(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
