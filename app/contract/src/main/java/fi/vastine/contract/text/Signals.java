package fi.vastine.contract.text;

import fi.vastine.contract.cases.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Suggests what a person should look at first, by words that are kept as data in {@code signals.txt}.
 *
 * <p>A line is a signal and the beginning of a word or phrase in Finnish, Swedish or English.
 */
public final class Signals {
    private static final Map<Character, List<Beginning>> BEGINNINGS = read();

    private Signals() {}

    /** Where a word that begins like this speaks for a signal. */
    private record Beginning(Signal signal, String words) {}

    /** The signals in a text, in the order of {@link Signal}. */
    public static List<Signal> in(String text) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        if (IdentityCodes.foundIn(text)) {
            found.add(Signal.IDENTITY_CODE);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            if (at == 0 || !Character.isLetter(lower.codePointBefore(at))) {
                for (Beginning each : BEGINNINGS.getOrDefault(lower.charAt(at), List.of())) {
                    if (lower.startsWith(each.words(), at)) {
                        found.add(each.signal());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static Map<Character, List<Beginning>> read() {
        Map<Character, List<Beginning>> byFirst = new HashMap<>();
        for (String line : lines()) {
            int gap = line.indexOf(' ');
            String words = line.substring(gap + 1).strip();
            byFirst.computeIfAbsent(words.charAt(0), each -> new ArrayList<>())
                    .add(new Beginning(Signal.valueOf(line.substring(0, gap)), words));
        }
        return Map.copyOf(byFirst);
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
