package fi.vastine.core.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rights under which nobody but the owner reads a file or a folder: mode 600 or 700, or a Windows access list of one. */
public enum OwnerOnly {
    FILE("rw-------"),
    FOLDER("rwx------");

    private final String mode;

    OwnerOnly(String mode) {
        this.mode = mode;
    }

    /**
     * Makes a folder, and those above it that are missing, for their owner only from their first moment on.
     *
     * @throws IOException if it cannot be made, or belongs to another user of the computer: whoever owns a folder can read it
     */
    public static void make(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above != null && !Files.isDirectory(above)) {
            make(above);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, FOLDER.attributes(above == null ? folder : above));
        }
        requireOwn(folder);
        FOLDER.narrow(folder);
    }

    private FileAttribute<?>[] attributes(Path beside) throws IOException {
        return Files.getFileStore(beside).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static void requireOwn(Path folder) throws IOException {
        var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix == null) {
            return;
        }
        Path probe = Files.createTempFile(folder, "own", null);
        try {
            if (!Files.getOwner(probe).equals(posix.getOwner())) {
                throw new IOException("The folder " + folder + " belongs to another user of this computer");
            }
        } finally {
            Files.delete(probe);
        }
    }

    /**
     * Narrows the rights of a path to its owner if they are wider.
     *
     * @return whether anything had to be narrowed
     * @throws IOException if the rights cannot be read or set, or the file system knows neither kind of rights
     */
    public boolean narrow(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
            if (permissions.containsAll(posix.readAttributes().permissions())) {
                return false;
            }
            posix.setPermissions(permissions);
            return true;
        }
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl == null) {
            throw new IOException("The file system of " + path + " cannot keep a file to its owner");
        }
        List<AclEntry> owned = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(acl.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
        if (acl.getAcl().equals(owned)) {
            return false;
        }
        acl.setAcl(owned);
        return true;
    }
}
