package fi.vastine.desktop.settings;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.profile.DurableFile;
import fi.vastine.desktop.shell.SingleLetters;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in which settings are kept; replaced whole, so that a crash leaves the old ones or the new ones. */
public final class SettingsFile {

    private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);
    private static final String NAME = "chosen.properties";

    private final Path folder;

    public SettingsFile(Path folder) {
        this.folder = folder;
    }

    /** What was kept; what is missing or cannot be read is as before any choice. */
    public Settings read() {
        Properties kept = new Properties();
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
            try {
                kept.load(new StringReader(Files.readString(file)));
            } catch (IOException | IllegalArgumentException unreadable) {
                log.warn("Settings cannot be read; going on without them", unreadable);
            }
        }
        return new Settings(
                choice(kept, "language", Language::valueOf, Settings.FIRST.language()),
                choice(kept, "look", Look::valueOf, Settings.FIRST.look()),
                choice(kept, "text-size", size -> new TextSize(Integer.parseInt(size)), Settings.FIRST.textSize()),
                choice(kept, "single-letters", SingleLetters::valueOf, Settings.FIRST.singleLetters()),
                choice(
                        kept,
                        "lock-after",
                        minutes -> new LockAfter(Integer.parseInt(minutes)),
                        Settings.FIRST.lockAfter()));
    }

    /**
     * Keeps the settings; they are on disk when this returns.
     *
     * @throws UncheckedIOException if they cannot be written; those kept before are untouched
     */
    public void write(Settings settings) {
        String lines = "language=" + settings.language() + "\nlook=" + settings.look() + "\ntext-size="
                + settings.textSize().percent() + "\nsingle-letters=" + settings.singleLetters() + "\nlock-after="
                + settings.lockAfter().minutes() + "\n";
        try {
            new DurableFile(folder, NAME).write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static <T> T choice(Properties kept, String name, Function<String, T> read, T otherwise) {
        String value = kept.getProperty(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return read.apply(value.strip());
        } catch (IllegalArgumentException unknown) {
            log.warn("Setting {} has a value unknown to this version; going on without it", name);
            return otherwise;
        }
    }
}
