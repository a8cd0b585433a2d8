package fi.vastine.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Set;

/** What a folder can be wrong for: to keep the program's own files in. */
record HomeFolder(Path folder) {
    private static final long LEAST_ROOM = 4 << 20;

    /** Of Linux, macOS and Windows; a drive letter that Windows has mapped does not show what it is. */
    private static final Set<String> OVER_THE_NETWORK = Set.of(
            "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "9p", "ceph");

    /** The sentence that says why it cannot be used. */
    String whyNot(UncheckedIOException failure) {
        if (hasNoRoom(failure)) {
            return "start.disk-full";
        }
        return isDenied(failure) ? "start.read-only" : "start.folder";
    }

    private boolean hasNoRoom(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            if (said.contains("no space left")
                    || said.contains("not enough space")
                    || said.contains("quota exceeded")) {
                return true;
            }
        }
        try {
            return Files.getFileStore(nearest()).getUsableSpace() < LEAST_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    private boolean isDenied(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException
                    || said.contains("read-only file system")
                    || said.contains("operation not permitted")) {
                return true;
            }
        }
        return Files.isDirectory(nearest()) && !Files.isWritable(nearest());
    }

    /** Whether what lies there is reached over a network, where locks and safe writing are not to be relied on. */
    boolean isOverTheNetwork() {
        try {
            FileStore store = Files.getFileStore(nearest());
            return folder.toString().startsWith("\\\\")
                    || OVER_THE_NETWORK.contains(store.type().toLowerCase(Locale.ROOT));
        } catch (IOException unknown) {
            return false;
        }
    }

    private Path nearest() {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
