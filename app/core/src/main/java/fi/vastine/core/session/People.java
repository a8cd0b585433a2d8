package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.core.json.Json;
import fi.vastine.core.profile.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Who has signed in on this laptop, the latest first, and where each one's profile lies. */
final class People {
    private static final String FILE = "people.json";
    private static final int NAME = 16;

    /** The list as it is written. */
    private record Listed(List<Known> people) {
        private Listed {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }

    private final Path folder;
    private final Json json;

    People(Path folder, Json json) {
        this.folder = folder;
        this.json = json;
    }

    List<Known> all() {
        try {
            Path file = folder.resolve(FILE);
            return Files.exists(file)
                    ? json.read(Files.readString(file), Listed.class).people()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts somebody first. */
    synchronized void remember(Known person) {
        List<Known> former = all();
        var people = new ArrayList<Known>();
        people.add(person);
        former.stream().filter(each -> !profile(each).equals(profile(person))).forEach(people::add);
        if (!people.equals(former)) {
            write(people);
        }
    }

    /** Whether somebody has come as far as having an outbox here. */
    boolean hasBegun(Known person) {
        return Files.exists(profile(person).resolve("outbox"));
    }

    /** Lists somebody no more. */
    synchronized void forget(Known person) {
        List<Known> left = all().stream()
                .filter(each -> !profile(each).equals(profile(person)))
                .toList();
        write(left);
    }

    /** A folder of the person's own, whose name tells nothing of them. */
    Path profile(Known person) {
        String identity = person.server().uri() + "\n" + person.user().strip().toLowerCase(Locale.ROOT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest).substring(0, NAME));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }

    private void write(List<Known> people) {
        try {
            Files.createDirectories(folder);
            new DurableFile(folder, FILE).write(json.write(new Listed(people)).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
