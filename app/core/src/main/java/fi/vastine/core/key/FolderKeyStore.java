package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps secrets as owner-only files of a folder: for the demo and for measurements, which must not write into a person's own
 * key store.
 *
 * <p>Whoever reads the disk reads the secrets, so the installed program never uses it.
 */
public record FolderKeyStore(Path folder) implements KeyStore {

    @Override
    public Kind kind() {
        return Kind.FOLDER;
    }

    @Override
    public Optional<String> find(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new KeyStoreSilent("The secret \"" + name + "\" cannot be read", e);
        }
    }

    @Override
    public void keep(String name, String secret) {
        try {
            OwnerOnly.make(folder);
            new DurableFile(folder, name).write(secret.getBytes(UTF_8));
        } catch (IOException e) {
            throw new KeyStoreSilent("The secret \"" + name + "\" cannot be kept", e);
        }
    }

    @Override
    public void forget(String name) {
        try {
            new DurableFile(folder, name).delete();
        } catch (IOException e) {
            throw new KeyStoreSilent("The secret \"" + name + "\" cannot be forgotten", e);
        }
    }
}
