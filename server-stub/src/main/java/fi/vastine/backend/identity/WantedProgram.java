package fi.vastine.backend.identity;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.wire.ProgramNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of the program laptops are to have, in a file beside the database, so that it can be set while the backend runs.
 *
 * <p>Looked at once a second at most; thread safe.
 */
public final class WantedProgram {
    private static final Logger LOG = LoggerFactory.getLogger(WantedProgram.class);
    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final String PROGRAM = "Vastine/";

    private final Path file;
    private final Json json;
    private final InstantSource clock;
    private volatile Read read = new Read(Instant.MIN, null, Optional.empty());

    private record Read(Instant at, @Nullable FileTime written, Optional<ProgramNotice> notice) {}

    public WantedProgram(Path folder, Json json, InstantSource clock) {
        this.file = folder.resolve("program.json");
        this.json = json;
        this.clock = clock;
    }

    /** What is wanted now; empty where nothing is. */
    public Optional<ProgramNotice> now() {
        Read known = read;
        Instant at = clock.instant();
        if (known.at().plus(TRUSTED).isBefore(at)) {
            known = readAnew(known, at);
            read = known;
        }
        return known.notice();
    }

    private Read readAnew(Read known, Instant at) {
        try {
            if (!Files.exists(file)) {
                return new Read(at, null, Optional.empty());
            }
            FileTime written = Files.getLastModifiedTime(file);
            return written.equals(known.written())
                    ? new Read(at, written, known.notice())
                    : new Read(at, written, Optional.of(json.read(Files.readString(file), ProgramNotice.class)));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "Which program is wanted cannot be read: {}",
                    unreadable.getClass().getSimpleName());
            return new Read(at, known.written(), known.notice());
        }
    }

    /** Wants this from now on; nothing, if it is empty. */
    public void want(Optional<ProgramNotice> notice) {
        try {
            if (notice.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling("program.json.new");
            Files.writeString(beside, json.write(notice.get()));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Lets pass what is not too old; throws {@link HttpProblem} with {@code TOO_OLD} for the rest, which keeps what it has. */
    public void require(@Nullable String userAgent) {
        boolean tooOld = userAgent != null
                && userAgent.startsWith(PROGRAM)
                && now().filter(wanted -> wanted.isTooOld(userAgent.substring(PROGRAM.length())))
                        .isPresent();
        if (tooOld) {
            throw HttpProblem.tooOld("What it has is taken once it is renewed.");
        }
    }
}
