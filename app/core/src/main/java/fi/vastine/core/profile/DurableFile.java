package fi.vastine.core.profile;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small owner-only file that is replaced whole: after a crash it holds the old bytes or the new ones, never a part. */
public record DurableFile(Path folder, String name) {

    /**
     * Replaces the content; it is on disk when this returns.
     *
     * @throws IOException if the file cannot be written; the former content is then untouched
     */
    public void write(byte[] content) throws IOException {
        Path beside = folder.resolve(name + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(beside, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            OwnerOnly.FILE.narrow(beside);
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, folder.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
        forceFolder(folder);
    }

    /** Deletes the file, if it is there, in a way that holds after a power cut. */
    public void delete() throws IOException {
        if (Files.deleteIfExists(folder.resolve(name))) {
            forceFolder(folder);
        }
    }

    /** Makes names that were added to a folder or taken from it survive a power cut; Windows does so by itself. */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (AccessDeniedException windowsOpensNoFolders) {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                throw windowsOpensNoFolders;
            }
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
