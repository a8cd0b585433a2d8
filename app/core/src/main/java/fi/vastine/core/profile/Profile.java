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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person's folder, held by this copy of the program until it is closed.
 *
 * <pre>
 * lock       held while the program runs; the operating system lets go of it when the program dies
 * greeting   how to reach the copy that holds the lock
 * wiped      there from when everything is to be wiped until it is
 * keys/      keys, where no system key store has them
 * outbox/    what its user decided: precious
 * replica/   what the backend has sent: disposable
 * </pre>
 */
public final class Profile implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String WIPED = "wiped";

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
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
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

    /** Leaves a line for a copy that is started second, such as where to ask this one to come to the front. Blocks for the disk. */
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

    /** From here on the profile is one that is wiped, whatever comes between. */
    public void markWiped() {
        try {
            new DurableFile(folder, WIPED).write(new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether wiping began and did not end. */
    public boolean isWiped() {
        return Files.exists(folder.resolve(WIPED));
    }

    /** Deletes everything in the folder and the folder itself, the mark last; what was opened in it must be closed before. */
    public void wipe() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.sorted(Comparator.reverseOrder())
                    .filter(each -> !each.equals(folder) && !each.endsWith(WIPED) && !each.endsWith(LOCK))
                    .toList();
            for (Path each : files) {
                Files.delete(each);
            }
            lock.release();
            channel.close();
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder.resolve(WIPED));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
