package fi.vastine.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 defines it, over the colours that meet on the screen. */
class ContrastTest {

    private static final Pattern TOKEN = Pattern.compile("-v-([a-z-]+):\\s*(#[0-9a-f]{6})\\b");
    private static final double TEXT = 4.5;
    private static final double BORDER = 3;

    @ParameterizedTest
    @CsvSource({
        "text, background",
        "text, subtle",
        "text, accent-ground",
        "muted, background",
        "muted, subtle",
        "muted, accent-ground",
        "accent, background",
        "accent, subtle",
        "accent, accent-ground",
        "on-accent, accent",
        "on-accent, accent-hover",
        "on-accent, late",
        "late, background",
        "late, accent-ground",
        "late, late-ground",
        "soon, background",
        "soon, subtle",
        "soon, accent-ground",
        "soon, soon-ground",
        "done, background",
        "done, done-ground",
    })
    void textStandsOutFromItsGroundInBothLooks(String text, String ground) {
        assertThat(contrast("light", text, ground)).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast("dark", text, ground)).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"border, background", "border, subtle", "accent, background", "accent, subtle"})
    void borderOfAControlStandsOutFromItsGroundInBothLooks(String border, String ground) {
        assertThat(contrast("light", border, ground)).isGreaterThanOrEqualTo(BORDER);
        assertThat(contrast("dark", border, ground)).isGreaterThanOrEqualTo(BORDER);
    }

    private static double contrast(String look, String one, String other) {
        double first = luminance(colour(look, one));
        double second = luminance(colour(look, other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static Color colour(String look, String token) {
        Map<String, String> tokens = new TreeMap<>();
        Matcher found = TOKEN.matcher(StyleSheet.read(look + ".css"));
        while (found.find()) {
            tokens.put(found.group(1), found.group(2));
        }
        assertThat(tokens).containsKey(token);
        return Color.web(tokens.getOrDefault(token, ""));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
