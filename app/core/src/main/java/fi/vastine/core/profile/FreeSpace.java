package fi.vastine.core.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Watches that a store keeps a reserve of free space.
 *
 * <p>A database that runs into a full disk in the middle of a commit is left half written. So a write is turned away while there
 * is still room for its bookkeeping: a temporary copy at a checkpoint, the tail of a log. Thread safe.
 */
public final class FreeSpace {
    private final Path folder;
    private final long reserve;
    private final LongSupplier usable;

    /** Watches the disk a folder is on; {@code reserve} is in bytes. */
    public FreeSpace(Path folder, long reserve) {
        this(folder, reserve, usableOn(folder));
    }

    /** Watches what {@code usable} tells, in bytes, in place of a real disk. */
    public FreeSpace(Path folder, long reserve, LongSupplier usable) {
        this.folder = folder;
        this.reserve = reserve;
        this.usable = usable;
    }

    /**
     * Returns if so many bytes can be written with the reserve left over.
     *
     * @throws DiskFull if not
     */
    public void require(long bytes) {
        long left = usable.getAsLong();
        if (left < reserve + bytes) {
            throw new DiskFull(folder, left);
        }
    }

    private static LongSupplier usableOn(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return () -> {
                try {
                    return store.getUsableSpace();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
