package fi.vastine.contract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Finnish personal identity codes ({@code henkilötunnus}) in text.
 *
 * <p>A code is a real date ({@code ddmmyy}), a sign of the century, an individual number 002 to 999 and a check
 * character. Signs: {@code +} 1800s; {@code - Y X W V U} 1900s; {@code A B C D E F} 2000s (decree 128/2010 as changed
 * from 1.1.2023). People also write spaces or a long dash inside it, and small letters: found as well.
 */
public final class IdentityCodes {
    private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![0-9A-Za-z])(\\d{2})(\\d{2})(\\d{2}) ?([+\\-\u2010\u2011\u2012\u2013\u2212YXWVUABCDEFyxwvuabcdef]) ?(\\d{3})([0-9A-Ya-y])(?![0-9A-Za-z])");

    private IdentityCodes() {}

    /** Where a code stands in a text: from {@code start}, up to but not including {@code end}. */
    public record Span(int start, int end) {}

    /** Every code in the text, in order. */
    public static List<Span> in(String text) {
        if (!hasDateDigits(text)) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        Matcher found = SHAPE.matcher(text);
        while (found.find()) {
            if (isCode(found)) {
                spans.add(new Span(found.start(), found.end()));
            }
        }
        return List.copyOf(spans);
    }

    public static boolean foundIn(String text) {
        return !in(text).isEmpty();
    }

    /** The text with each code's letters and digits as dots, its length unchanged. */
    public static String masked(String text) {
        List<Span> spans = in(text);
        if (spans.isEmpty()) {
            return text;
        }
        var shown = new StringBuilder(text);
        for (Span span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                if (i - span.start() != 6) {
                    shown.setCharAt(i, '\u25CF');
                }
            }
        }
        return shown.toString();
    }

    /** Whether six digits stand in a row: hardly any text has them, and looking for them costs far less than the pattern. */
    private static boolean hasDateDigits(String text) {
        int row = 0;
        for (int i = 0; i < text.length() && row < 6; i++) {
            char next = text.charAt(i);
            row = next >= '0' && next <= '9' ? row + 1 : 0;
        }
        return row == 6;
    }

    private static boolean isCode(Matcher found) {
        int day = Integer.parseInt(found.group(1));
        int month = Integer.parseInt(found.group(2));
        int individual = Integer.parseInt(found.group(5));
        if (individual < 2 || month < 1 || month > 12 || day < 1 || day > longest(month, found)) {
            return false;
        }
        int number = Integer.parseInt(found.group(1) + found.group(2) + found.group(3) + found.group(5));
        return CHECK.charAt(number % 31) == Character.toUpperCase(found.group(6).charAt(0));
    }

    private static int longest(int month, Matcher found) {
        int year = century(found.group(4).charAt(0)) + Integer.parseInt(found.group(3));
        return java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    private static int century(char sign) {
        return switch (Character.toUpperCase(sign)) {
            case '+' -> 1800;
            case 'A', 'B', 'C', 'D', 'E', 'F' -> 2000;
            default -> 1900;
        };
    }
}
