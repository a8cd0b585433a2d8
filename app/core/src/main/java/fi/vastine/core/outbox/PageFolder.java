package fi.vastine.core.outbox;

import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.seal.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of sealed pages: large beside what else an outbox holds, they are read when they are sent and never kept in memory. */
final class PageFolder implements PageFiles {
    private final Path folder;
    private final Seal seal;
    private final FreeSpace space;

    PageFolder(Path folder, Seal seal, FreeSpace space) {
        this.folder = folder;
        this.seal = seal;
        this.space = space;
    }

    @Override
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    if (each.toString().endsWith(".new")) {
                        // A crash came before it was whole, and nobody was told that it is kept.
                        Files.delete(each);
                    } else {
                        all.put(each.getFileName().toString(), Files.size(each));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    @Override
    public void write(String name, byte[] content) {
        space.require(2L * content.length);
        try {
            Files.createDirectories(folder);
            new DurableFile(folder, name).write(seal.seal(row(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String name) {
        try {
            return seal.openBytes(row(name), Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rename(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
            DurableFile.forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its key outlives it, so what is in it is written over first. */
    @Override
    public void delete(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    ByteBuffer nothing = ByteBuffer.allocate((int) channel.size());
                    while (nothing.hasRemaining()) {
                        channel.write(nothing);
                    }
                    channel.force(true);
                }
            }
            new DurableFile(folder, name).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page is the same one whether or not its entry is made. */
    private static String row(String name) {
        return "outbox/page/" + ScannedPages.withoutState(name);
    }
}
