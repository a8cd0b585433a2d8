package fi.vastine.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The whole style of the program as one sheet: AtlantaFX, then our tokens, then ours on top, at the size wanted.
 *
 * <p>One sheet because it also reaches pop-ups and dialogs, which do not inherit the sheets of the window they belong to.
 * Every length is multiplied by the size, save hairlines: so a text at 200 % finds its padding, icon and field grown too.
 *
 * @param text what the sheet says
 */
record StyleSheet(String text) {

    private static final Pattern LENGTH = Pattern.compile("(?<![\\w.#-])(\\d+(?:\\.\\d+)?)px");
    private static final double HAIRLINE = 2;
    private static final List<String> OURS = List.of(
            "vastine",
            "inbox",
            "casefile",
            "reply",
            "entry",
            "interview",
            "paper",
            "campaign",
            "attention",
            "shell",
            "settings",
            "signin",
            "syncfoot");

    static StyleSheet of(String colours, TextSize size) {
        String atlanta = "/atlantafx/base/theme/primer-" + colours + ".css";
        String ours = OURS.stream().map(sheet -> read(sheet + ".css")).collect(Collectors.joining("\n"));
        return new StyleSheet(read(atlanta) + read(colours + ".css") + ours).grownBy(size);
    }

    private StyleSheet grownBy(TextSize size) {
        if (size.equals(TextSize.BASE)) {
            return this;
        }
        return new StyleSheet(
                LENGTH.matcher(text).replaceAll(length -> Matcher.quoteReplacement(grown(length.group(1), size))));
    }

    private static String grown(String length, TextSize size) {
        double pixels = Double.parseDouble(length);
        return pixels <= HAIRLINE ? length + "px" : String.format(Locale.ROOT, "%.2fpx", pixels * size.factor());
    }

    String address() {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String read(String name) {
        try (InputStream stream = StyleSheet.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The style sheet " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
