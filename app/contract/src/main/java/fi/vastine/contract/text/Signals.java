package fi.vastine.contract.text;

import fi.vastine.contract.cases.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Suggests what a person should look at first, by words that are kept as data in {@code signals.txt}.
 *
 * <p>A line is a signal and the beginning of a word or phrase in Finnish, Swedish or English.
 */
public final class Signals {
    private static final Map<Signal, Pattern> WORDS = read();

    private Signals() {}

    /** The signals in a text, in the order of {@link Signal}. */
    public static List<Signal> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Signal>();
        for (Signal signal : Signal.values()) {
            Pattern words = WORDS.get(signal);
            boolean there = words == null
                    ? IdentityCodes.foundIn(text)
                    : words.matcher(lower).find();
            if (there) {
                found.add(signal);
            }
        }
        return List.copyOf(found);
    }

    private static Map<Signal, Pattern> read() {
        var alternatives = new EnumMap<Signal, StringBuilder>(Signal.class);
        for (String line : lines()) {
            int gap = line.indexOf(' ');
            alternatives
                    .computeIfAbsent(Signal.valueOf(line.substring(0, gap)), each -> new StringBuilder())
                    .append('|')
                    .append(Pattern.quote(line.substring(gap + 1).strip()));
        }
        var patterns = new EnumMap<Signal, Pattern>(Signal.class);
        alternatives.forEach(
                (signal, words) -> patterns.put(signal, Pattern.compile("(?<!\\p{L})(?:" + words.substring(1) + ")")));
        return patterns;
    }

    private static List<String> lines() {
        try (InputStream in = Signals.class.getResourceAsStream("signals.txt")) {
            if (in == null) {
                throw new IllegalStateException("signals.txt is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
