package fi.vastine.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Which version of the program this is, as the build wrote it down. */
public final class ProgramVersion {
    /** Such as {@code 1.3.0}, or {@code 1.3.0-SNAPSHOT} between two versions. */
    public static final String OF_THIS = read();

    private ProgramVersion() {}

    private static String read() {
        try (InputStream stream = Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("version.txt"))) {
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
