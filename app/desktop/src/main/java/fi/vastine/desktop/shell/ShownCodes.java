package fi.vastine.desktop.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the code of what a person was told, and nothing else of it, so that who helps finds it in the log. */
public final class ShownCodes {
    private static final Logger log = LoggerFactory.getLogger(ShownCodes.class);
    private static final Pattern CODE = Pattern.compile("\\((V-\\d{3})\\)");

    private ShownCodes() {}

    /** Something was shown; without effect where it has no code. */
    public static void note(String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            log.info("Shown {}", code.group(1));
        }
    }
}
