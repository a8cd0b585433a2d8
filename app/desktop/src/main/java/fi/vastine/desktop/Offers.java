package fi.vastine.desktop;

import fi.vastine.core.policy.Origin;
import fi.vastine.core.policy.SettingsText;
import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a start leaves which file of settings was opened, for the copy of the program that has the window. */
record Offers(Path folder) {
    private static final Logger log = LoggerFactory.getLogger(Offers.class);
    private static final String NAME = "offered";
    private static final String ENDING = ".vastine-settings";

    /** Leaves the first of the words that is such a file. */
    void leave(List<String> words) {
        words.stream().filter(each -> each.endsWith(ENDING)).findFirst().ifPresent(file -> {
            try {
                OwnerOnly.make(folder);
                new DurableFile(folder, NAME)
                        .write(Path.of(file).toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException | InvalidPathException unwritable) {
                log.warn("A file of settings cannot be taken up", unwritable);
            }
        });
    }

    /** Takes up what was left, once. Blocks for the disk. */
    Optional<SettingsText> take() {
        Path left = folder.resolve(NAME);
        try {
            if (!Files.exists(left)) {
                return Optional.empty();
            }
            Path file = Path.of(Files.readString(left));
            Files.delete(left);
            var origin = new Origin(Origin.Kind.OWN, file.toString());
            if (Files.size(file) > SettingsText.LONGEST) {
                return Optional.empty();
            }
            return Optional.of(
                    SettingsText.of(Files.readAllBytes(file), origin, Optional.ofNullable(file.getParent())));
        } catch (IOException | InvalidPathException unreadable) {
            log.warn("A file of settings cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
