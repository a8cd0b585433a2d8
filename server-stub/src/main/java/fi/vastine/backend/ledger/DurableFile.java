package fi.vastine.backend.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A small text file for its owner only, whose every change is on the disk before the call returns. Not thread safe. */
final class DurableFile implements LedgerFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    DurableFile(Path folder, String name) {
        this.path = folder.resolve(name);
    }

    static void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, rights("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made.", e);
        }
    }

    @Override
    public List<String> lines() {
        try {
            if (!Files.exists(path)) {
                return List.of();
            }
            String text = Files.readString(path);
            // What follows the last line break was cut off by a crash, and nobody was told that it is there.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read.", e);
        }
    }

    @Override
    public void append(String line) {
        try (FileChannel channel = open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(wholeLength());
            write(channel, line);
            channel.truncate(channel.position());
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be written.", e);
        }
    }

    /** After a crash the file holds the line or what was there before. */
    @Override
    public void replace(String line) {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            try (FileChannel channel = open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                write(channel, line);
                channel.force(true);
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be written.", e);
        }
    }

    private long wholeLength() {
        return lines().stream()
                .mapToLong(line -> line.getBytes(UTF_8).length + 1L)
                .sum();
    }

    private static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), rights("rw-------"));
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static void write(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
