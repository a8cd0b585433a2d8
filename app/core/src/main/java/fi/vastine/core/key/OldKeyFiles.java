package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fi.vastine.core.profile.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * The files in which the first versions kept each key bare, for their owner only.
 *
 * <p>Read once, then deleted. What the disk's sectors or a backup still hold of them is out of reach: a laptop that was stolen
 * with such files, or is backed up with them, has open keys.
 */
record OldKeyFiles(Path folder) {
    private static final String VERSION = "vastine-key-1 ";
    private static final String ENDING = ".key";

    /** All keys that are kept so; empty where there are none. */
    Map<String, SecretKey> read() throws IOException {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (Path file : files()) {
            String name = name(file);
            String text = Files.readString(file, US_ASCII).strip();
            if (!text.startsWith(VERSION)) {
                throw new KeyUnreadable("The key \"" + name + "\" is damaged");
            }
            keys.put(name, Wrapping.key(name, text.substring(VERSION.length())));
        }
        return keys;
    }

    /** Deletes them; to be called once they are kept elsewhere. */
    void delete() throws IOException {
        for (Path file : files()) {
            Files.write(file, new byte[(int) Files.size(file)]);
            new DurableFile(folder, file.getFileName().toString()).delete();
        }
    }

    boolean areThere() throws IOException {
        return !files().isEmpty();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
