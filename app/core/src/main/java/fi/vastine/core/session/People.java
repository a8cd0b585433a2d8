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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who has signed in on this laptop, the latest first, what each is called, and where her profile lies. */
final class People {
    private static final String FILE = "people.json";
    private static final int NAME = 16;

    /** The list as it is written. */
    private record Listed(List<Known> people, Map<String, String> names) {
        private Listed {
            people = people == null ? List.of() : List.copyOf(people);
            names = names == null ? Map.of() : Map.copyOf(names);
        }
    }

    private final Path folder;
    private final Json json;

    People(Path folder, Json json) {
        this.folder = folder;
        this.json = json;
    }

    List<Known> all() {
        return read().people();
    }

    /** Those who have come as far as having an outbox here. */
    List<Known> begun() {
        return all().stream().filter(this::hasBegun).toList();
    }

    /** What somebody is called; the name she signs in with where that is not known. */
    String name(Known person) {
        return read().names().getOrDefault(nameOfProfile(person), person.user());
    }

    /** Remembers what somebody is called. */
    synchronized void call(Known person, String name) {
        Listed former = read();
        var names = new HashMap<>(former.names());
        if (!name.equals(names.put(nameOfProfile(person), name))) {
            write(new Listed(former.people(), names));
        }
    }

    private Listed read() {
        try {
            Path file = folder.resolve(FILE);
            return Files.exists(file)
                    ? json.read(Files.readString(file), Listed.class)
                    : new Listed(List.of(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String nameOfProfile(Known person) {
        return profile(person).getFileName().toString();
    }

    /** Puts somebody first. */
    synchronized void remember(Known person) {
        Listed former = read();
        var people = new ArrayList<Known>();
        people.add(person);
        former.people().stream()
                .filter(each -> !profile(each).equals(profile(person)))
                .forEach(people::add);
        if (!people.equals(former.people())) {
            write(new Listed(people, former.names()));
        }
    }

    /** Whether somebody has come as far as having an outbox here. */
    boolean hasBegun(Known person) {
        return Files.exists(profile(person).resolve("outbox"));
    }

    /** Lists somebody no more. */
    synchronized void forget(Known person) {
        Listed former = read();
        List<Known> left = former.people().stream()
                .filter(each -> !profile(each).equals(profile(person)))
                .toList();
        var names = new HashMap<>(former.names());
        names.remove(nameOfProfile(person));
        write(new Listed(left, names));
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

    private void write(Listed listed) {
        try {
            Files.createDirectories(folder);
            new DurableFile(folder, FILE).write(json.write(listed).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
