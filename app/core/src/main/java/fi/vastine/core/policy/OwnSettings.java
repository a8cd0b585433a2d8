package fi.vastine.core.policy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fi.vastine.core.profile.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the person took from a file she was given, or chose herself, in a file of the same kind in the program's own folder. */
public record OwnSettings(Path folder) {
    private static final String NAME = "own.json";

    /** What she has now; what cannot be understood is left out. Blocks for the disk. */
    public List<Setting> read() {
        return SettingsText.in(folder.resolve(NAME), Origin.Kind.OWN).settings().stream()
                .filter(each -> each.key().isForAnybody())
                .toList();
    }

    /**
     * Keeps more, in place of what she had for the same keys; on disk when this returns.
     *
     * @throws UncheckedIOException if it cannot be written; what she had is untouched
     */
    public List<Setting> keep(Collection<Setting> more) {
        Map<Key, Setting> all = new EnumMap<>(Key.class);
        read().forEach(each -> all.put(each.key(), each));
        var own = new Origin(Origin.Kind.OWN, folder.resolve(NAME).toString());
        more.stream()
                .filter(each -> each.key().isForAnybody())
                .forEach(each -> all.put(each.key(), new Setting(each.key(), each.value(), own)));
        Map<String, String> written = new LinkedHashMap<>();
        all.forEach((key, setting) -> written.put(key.inFiles(), setting.value()));
        try {
            new DurableFile(folder, NAME)
                    .write(JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(written));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return List.copyOf(all.values());
    }
}
