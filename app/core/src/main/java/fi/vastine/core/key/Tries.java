package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.core.json.Json;
import fi.vastine.core.profile.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes guessing at the screen slow: after three tries each next one waits twice as long, up to ten minutes, also after a restart.
 *
 * <p>Never deletes anything: whoever mistypes for an hour loses an hour. Who copies the disk guesses elsewhere, and meets {@link
 * Stretch} only.
 */
final class Tries {
    private static final String FILE = "tries.json";
    private static final int FREE = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Path folder;
    private final Json json;
    private final InstantSource clock;

    Tries(Path folder, Json json, InstantSource clock) {
        this.folder = folder;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(int count, Instant next) {}

    /**
     * Counts a try before it is made, so that ending the program amid it wins nothing.
     *
     * @return when the next one may be made, should this one fail
     * @throws TooManyTries if it comes too soon
     */
    Instant count() {
        Instant now = clock.instant();
        Kept kept = read(now);
        if (now.isBefore(kept.next())) {
            throw new TooManyTries(kept.next());
        }
        int count = kept.count() + 1;
        Instant next = now.plus(waitAfter(count));
        write(new Kept(count, next));
        return next;
    }

    void forget() {
        try {
            new DurableFile(folder, FILE).delete();
        } catch (IOException e) {
            throw new KeyUnreadable("The tries cannot be forgotten", e);
        }
    }

    private static Duration waitAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 16));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** A clock set back must not make the wait longer than it would ever be. */
    private Kept read(Instant now) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Kept(0, Instant.MIN);
        }
        try {
            Kept kept = json.read(Files.readString(file), Kept.class);
            Instant longest = now.plus(LONGEST_WAIT);
            return kept.next().isAfter(longest) ? new Kept(kept.count(), longest) : kept;
        } catch (IOException | IllegalArgumentException damaged) {
            return new Kept(FREE, now);
        }
    }

    private void write(Kept kept) {
        try {
            new DurableFile(folder, FILE).write(json.write(kept).getBytes(UTF_8));
        } catch (IOException e) {
            throw new KeyUnreadable("A try cannot be counted, so none is made", e);
        }
    }
}
