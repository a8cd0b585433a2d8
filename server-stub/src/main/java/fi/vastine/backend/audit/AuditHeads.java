package fi.vastine.backend.audit;

import fi.vastine.backend.store.AuditHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last entry of the audit log, noted outside of the database and its backups: at most once an hour, when the backend stops and when it
 * starts; in a file and in the program's log.
 *
 * <p>A chain does not tell that its end was cut off, or that all of it was computed anew; what was noted here does. The file has
 * a line for each note, {@code moment number hash}, and {@code moment restored number} where a backup was restored: what was
 * noted above that number was lost with it. Thread-safe.
 */
public final class AuditHeads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditHeads.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final String RESTORED = "restored";

    private final Path file;
    private final InstantSource clock;
    private @Nullable AuditHead last;
    private Instant notedAt = Instant.EPOCH;
    private boolean noted = true;

    public AuditHeads(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The head as the database has it; noted if an hour has passed since the last note. Never throws. */
    public synchronized void saw(@Nullable AuditHead head) {
        if (head == null || head.number() == 0) {
            return;
        }
        last = head;
        noted = false;
        if (!clock.instant().isBefore(notedAt.plus(BETWEEN))) {
            note();
        }
    }

    /** A backup of the database was restored, in which this is the last entry. */
    public synchronized void restored(AuditHead head) {
        write(clock.instant() + " " + RESTORED + " " + head.number());
    }

    /** What was noted and is to be found in the database. */
    public synchronized Collection<AuditHead> noted() {
        NavigableMap<Long, AuditHead> heads = new TreeMap<>();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            if (words[1].equals(RESTORED)) {
                heads.tailMap(Long.parseLong(words[2]), false).clear();
            } else {
                heads.putIfAbsent(Long.parseLong(words[1]), new AuditHead(Long.parseLong(words[1]), words[2]));
            }
        }
        return List.copyOf(heads.values());
    }

    /** When a backup was restored, and the last entry in it. */
    public synchronized List<String> restorations() {
        return lines().stream().filter(line -> line.contains(RESTORED)).toList();
    }

    /** Notes what was seen last. */
    @Override
    public synchronized void close() {
        if (!noted) {
            note();
        }
    }

    private void note() {
        AuditHead head = last;
        if (head == null) {
            return;
        }
        LOG.atInfo()
                .addKeyValue("entry", head.number())
                .addKeyValue("hash", head.hash())
                .log("audit head");
        try {
            write(clock.instant() + " " + head.number() + " " + head.hash());
            notedAt = clock.instant();
            noted = true;
        } catch (UncheckedIOException e) {
            // The entries themselves are on the disk; the next one tries again.
            LOG.error("The head of the audit log could not be noted", e);
        }
    }

    private void write(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
    }
}
