package fi.vastine.desktop;

import fi.vastine.core.profile.OwnerOnly;
import fi.vastine.desktop.diagnosis.Nameless;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the program logs, in five files of a megabyte in turn, for their owner only.
 *
 * <p>Nothing in them names a person: of failures they have the kind and the place, and a message only where the program's own words or
 * the name of a file stand in it; folders of a user's are cut.
 */
final class LogFile {
    private static final Logger log = Logger.getLogger(LogFile.class.getName());
    private static final int SIZE = 1 << 20;
    private static final int FILES = 5;
    private static final int LATEST = 10;
    private static final Pattern CODE = Pattern.compile("^(\\S+) .*\\b(V-\\d{3})\\b", Pattern.MULTILINE);

    private LogFile() {}

    /** Logs there from now on; where it cannot, the program goes on without. */
    static void beginIn(Path folder) {
        try {
            OwnerOnly.make(folder);
            FileHandler file =
                    new FileHandler(folder.resolve("vastine-%u.%g.log").toString(), SIZE, FILES, true);
            file.setEncoding(StandardCharsets.UTF_8.name());
            file.setLevel(Level.INFO);
            file.setFormatter(new Lines());
            Logger.getLogger("").addHandler(file);
        } catch (IOException unwritable) {
            log.log(Level.WARNING, "There is no log: {0}", unwritable.getClass().getSimpleName());
        }
    }

    /** The codes of the latest troubles that were shown, each with when; the newest last. */
    static List<String> codes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            for (Path each :
                    files.filter(one -> one.toString().endsWith(".log")).toList()) {
                Matcher code = CODE.matcher(Files.readString(each));
                while (code.find()) {
                    found.add(code.group(1) + " " + code.group(2));
                }
            }
            Collections.sort(found);
            return found.subList(Math.max(0, found.size() - LATEST), found.size());
        } catch (IOException none) {
            return List.of();
        }
    }

    /** One line an event, and the frames of a failure below. */
    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord event) {
            StringBuilder text = new StringBuilder(DateTimeFormatter.ISO_INSTANT.format(event.getInstant()
                            .atOffset(ZoneOffset.UTC)
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)))
                    .append(' ')
                    .append(event.getLevel().getName())
                    .append(' ')
                    .append(event.getLoggerName())
                    .append(' ')
                    .append(Nameless.text(formatMessage(event).replace('\n', ' ')))
                    .append('\n');
            for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
                text.append("  ")
                        .append(cause.getClass().getName())
                        .append(said(cause))
                        .append('\n');
                for (StackTraceElement frame : cause.getStackTrace()) {
                    text.append("    ").append(frame).append('\n');
                }
            }
            return text.toString();
        }

        /** What others say may quote what somebody wrote. */
        private static String said(Throwable failure) {
            String kind = failure.getClass().getName();
            boolean known = kind.startsWith("fi.vastine.") || kind.startsWith("java.nio.file.");
            String message = failure.getMessage();
            return known && message != null ? ": " + Nameless.text(message.replace('\n', ' ')) : "";
        }
    }
}
