package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each key in a file of its own, as the program did at first: for tests of the stores, and of how such files are taken
 * over.
 *
 * <p>Rights that have become wider are narrowed again and the log says so: whoever could read the file meanwhile may have the
 * key. The file is text: a version word, the key in hexadecimal, so that a cut or edited file is noticed by its form.
 */
public final class FileKeyHolder implements KeyHolder {
    private static final Logger LOG = LoggerFactory.getLogger(FileKeyHolder.class);
    private static final int KEY_BYTES = 32;
    private static final String VERSION = "vastine-key-1 ";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** Keeps keys in a folder, which is made with owner-only rights when the first key is. */
    public FileKeyHolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized SecretKey create(String name) {
        Path file = fileOf(name);
        if (Files.exists(file)) {
            throw new IllegalStateException("There is a key \"" + name + "\" already");
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            Files.createDirectories(folder);
            OwnerOnly.FOLDER.narrow(folder);
            new DurableFile(folder, fileName(name))
                    .write((VERSION + HexFormat.of().formatHex(key) + "\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new KeyUnreadable("The key \"" + name + "\" cannot be kept", e);
        }
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public synchronized Optional<SecretKey> load(String name) {
        Path file = fileOf(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (OwnerOnly.FILE.narrow(file)) {
                LOG.warn(
                        "The rights of the key file {} were wider than its owner and have been narrowed",
                        file.getFileName());
            }
            return Optional.of(parse(name, Files.readString(file, US_ASCII)));
        } catch (IOException e) {
            throw new KeyUnreadable("The key \"" + name + "\" cannot be read", e);
        }
    }

    @Override
    public synchronized void destroy(String name) {
        try {
            Path file = fileOf(name);
            if (Files.exists(file)) {
                Files.write(file, new byte[VERSION.length() + 2 * KEY_BYTES + 1]);
                new DurableFile(folder, fileName(name)).delete();
            }
        } catch (IOException e) {
            throw new KeyUnreadable("The key \"" + name + "\" cannot be deleted", e);
        }
    }

    private Path fileOf(String name) {
        return folder.resolve(fileName(name));
    }

    private static String fileName(String name) {
        if (!name.matches("[a-z-]+")) {
            throw new IllegalArgumentException("Not a name of a key: " + name);
        }
        return name + ".key";
    }

    private static SecretKey parse(String name, String text) {
        String hex =
                text.strip().substring(Math.min(VERSION.length(), text.strip().length()));
        if (!text.startsWith(VERSION) || !hex.matches("[0-9a-f]{64}")) {
            throw new KeyUnreadable("The key \"" + name + "\" is damaged");
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }
}
