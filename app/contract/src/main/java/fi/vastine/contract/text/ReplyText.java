package fi.vastine.contract.text;

import java.util.List;
import java.util.regex.Pattern;

/** What the program knows of a reply's text: the blanks that a template leaves for its writer to fill. */
public final class ReplyText {
    private static final Pattern BLANK = Pattern.compile("\\[ [^\\[\\]\\n]{1,80} ]");

    private ReplyText() {}

    /** A blank, such as {@code [ day and time ]}: from {@code start}, up to but not including {@code end}. */
    public record Blank(int start, int end) {}

    /** Every blank left in the text, in order. */
    public static List<Blank> blanks(String text) {
        return BLANK.matcher(text)
                .results()
                .map(found -> new Blank(found.start(), found.end()))
                .toList();
    }
}
