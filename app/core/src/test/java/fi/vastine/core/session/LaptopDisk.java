package fi.vastine.core.session;

import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies on the disk of a laptop, for whoever has its keys too. */
final class LaptopDisk {
    private final Laptop laptop;
    private final Path folder;
    private final SteppingClock clock;
    private final Path mutants;

    /**
     * Of a laptop.
     *
     * @param folder where its profiles are
     * @param mutants where to lay copies as another program would have left them
     */
    LaptopDisk(Laptop laptop, Path folder, SteppingClock clock, Path mutants) {
        this.laptop = laptop;
        this.folder = folder;
        this.clock = clock;
        this.mutants = mutants;
    }

    /** Whether whoever has the files of a store and its key can read a word. */
    boolean canBeRead(String store, String word) {
        return canBeRead(profile().resolve(store), store, word);
    }

    private boolean canBeRead(Path files, String store, String word) {
        try (GuardedKeys keys = keys()) {
            return new Forensics(files, keys.load(store).orElseThrow()).finds(word);
        }
    }

    /** Whether the replica could be read if the secrets were still as they had been: the search that is trusted to find nothing. */
    boolean couldBeReadWith(byte[] formerSecrets, String word) throws IOException {
        Path mutant = Files.createDirectories(mutants.resolve(word));
        try (Stream<Path> files = Files.list(profile().resolve("replica"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, mutant.resolve(each.getFileName()));
            }
        }
        Files.write(mutant.resolve("secrets"), formerSecrets);
        return canBeRead(mutant, "replica", word);
    }

    GuardedKeys keys() {
        return new KeyFolder(profile().resolve("keys"), laptop.keyStore(), Guard.KEY_STORE, new Json(), clock).open();
    }

    byte[] secrets() throws IOException {
        return Files.readAllBytes(profile().resolve("replica").resolve("secrets"));
    }

    Path profile() {
        try (Stream<Path> profiles = Files.list(folder)) {
            return profiles.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
