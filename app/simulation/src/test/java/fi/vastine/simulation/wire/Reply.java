package fi.vastine.simulation.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** An answer as its bytes say. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, String contentType, String retryAfter, byte[] body) {

    public static Reply of(int status, String contentType, String text) {
        return new Reply(status, contentType, "", text.getBytes(UTF_8));
    }

    /** The same with other words. */
    public Reply with(String text) {
        return new Reply(status, contentType, retryAfter, text.getBytes(UTF_8));
    }

    /** The same, ended after a part of it. */
    public Reply cut(double part) {
        return new Reply(status, contentType, retryAfter, Arrays.copyOf(body, (int) (part * body.length)));
    }

    public String text() {
        return new String(body, UTF_8);
    }
}
