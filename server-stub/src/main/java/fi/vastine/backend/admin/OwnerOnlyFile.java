package fi.vastine.backend.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a new file that nobody but its owner reads, from its first moment on. */
final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /** What is to be written. */
    @FunctionalInterface
    interface Text {
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Writes the text; it is on disk when this returns.
     *
     * @throws IOException if there is such a file already, or it cannot be written
     */
    static void write(Path file, String text) throws IOException {
        write(file, writer -> writer.append(text));
    }

    /**
     * As {@link #write(Path, String)}, for a text too long to be held; of one that cannot be written whole nothing is left.
     *
     * @throws IOException if there is such a file already, or it cannot be written
     */
    static void write(Path file, Text text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), rights)) {
            // Closed with the channel, which is forced to the disk before.
            Writer writer = new BufferedWriter(Channels.newWriter(channel, UTF_8));
            text.writeTo(writer);
            writer.flush();
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
