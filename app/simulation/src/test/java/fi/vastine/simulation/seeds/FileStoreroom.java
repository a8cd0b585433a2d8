package fi.vastine.simulation.seeds;

import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.HsqlOutbox;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.HsqlReplica;
import fi.vastine.core.replica.Replica;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The stores as they are on a laptop; a crash is a copy of the files as they lie, opened in the place of the first. */
final class FileStoreroom implements Storeroom {
    private final Path folder;
    private final Json json;
    private final KeptKeys keys = new KeptKeys();
    private int copies;
    private Path current;
    private HsqlOutbox outbox;
    private HsqlReplica replica;

    FileStoreroom(Path folder, Json json) {
        this.folder = folder;
        this.json = json;
        this.current = folder.resolve("0");
        this.outbox = openOutbox();
        this.replica = openReplica();
    }

    private record Copy(Path folder) implements Image {}

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Replica replica() {
        return replica;
    }

    @Override
    public void crash() {
        goOnFrom(copyOf(current));
    }

    @Override
    public void restart() {
        replica.close();
        outbox.close();
        outbox = openOutbox();
        replica = openReplica();
    }

    @Override
    public Image image() {
        return new Copy(copyOf(current));
    }

    @Override
    public void restore(Image image) {
        goOnFrom(copyOf(((Copy) image).folder()));
    }

    @Override
    public void wipe() {
        replica.close();
        outbox.close();
        keys.destroyAll();
        copies++;
        current = folder.resolve(Integer.toString(copies));
        outbox = openOutbox();
        replica = openReplica();
    }

    @Override
    public List<String> legible(Collection<String> words) {
        var decided =
                new Forensics(current.resolve("outbox"), keys.load("outbox").orElseThrow());
        var sent =
                new Forensics(current.resolve("replica"), keys.load("replica").orElseThrow());
        return Stream.concat(decided.found(words).stream(), sent.found(words).stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        replica.close();
        outbox.close();
    }

    private void goOnFrom(Path copy) {
        replica.close();
        outbox.close();
        current = copy;
        outbox = openOutbox();
        replica = openReplica();
    }

    private HsqlOutbox openOutbox() {
        return HsqlOutbox.open(current.resolve("outbox"), keys, json);
    }

    private HsqlReplica openReplica() {
        return new HsqlReplica(current.resolve("replica"), keys, json);
    }

    private Path copyOf(Path from) {
        copies++;
        Path to = folder.resolve(Integer.toString(copies));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.createDirectories(to);
                Path copy = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
