package fi.vastine.desktop.diagnosis;

import java.util.regex.Pattern;

/** Takes out of words and paths what names the user of the computer. */
public final class Nameless {
    private static final String HOME = System.getProperty("user.home", "");
    private static final String USER = System.getProperty("user.name", "");

    private Nameless() {}

    /** The same text with the user's folder as {@code ~}, and her name on the computer as {@code …} where it is a part of a path. */
    public static String text(String text) {
        String without = HOME.length() > 1 ? text.replace(HOME, "~") : text;
        return USER.isBlank()
                ? without
                : Pattern.compile("(?<=[/\\\\])" + Pattern.quote(USER) + "(?=[/\\\\]|$)", Pattern.CASE_INSENSITIVE)
                        .matcher(without)
                        .replaceAll("…");
    }
}
