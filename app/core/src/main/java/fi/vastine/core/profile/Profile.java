package fi.vastine.core.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One person's folder, held by this copy of the program until it is closed.
 *
 * <pre>
 * lock       held while the program runs; the operating system lets go of it when the program dies
 * greeting   how to reach the copy that holds the lock
 * keys/      keys, where no system key store has them
 * outbox/    what its user decided: precious
 * replica/   what the backend has sent: disposable
 * </pre>
 */
public final class Profile implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Profile(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder into use, making it first if it is not there.
     *
     * @throws AlreadyOpen if another copy of the program, or another part of this one, holds it
     * @throws UncheckedIOException if the folder cannot be made or kept to its owner
     */
    public static Profile open(Path folder) {
        try {
            OwnerOnly.make(folder);
            FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new AlreadyOpen(folder, readGreeting(folder));
            }
            Files.deleteIfExists(greetingIn(folder));
            return new Profile(folder, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The profile " + folder + " cannot be taken into use", e);
        }
    }

    /** Leaves a line for a copy that is started second, such as where to ask this one to come to the front. */
    public void greetSecondStart(String greeting) {
        try {
            new DurableFile(folder, "greeting").write(greeting.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    public Path outbox() {
        return folder.resolve("outbox");
    }

    public Path replica() {
        return folder.resolve("replica");
    }

    /** Lets another copy take the folder; what was opened in it must be closed before. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(greetingIn(folder));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static @Nullable String readGreeting(Path folder) throws IOException {
        Path greeting = greetingIn(folder);
        return Files.exists(greeting) ? Files.readString(greeting) : null;
    }

    private static Path greetingIn(Path folder) {
        return folder.resolve("greeting");
    }
}
