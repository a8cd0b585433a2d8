package fi.vastine.backend.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import fi.vastine.backend.store.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What a request brought, whole and within its limits. */
public final class Body {
    /** How much of a body that is too large is still taken in, unread, so that its sender gets to see the answer. */
    private static final int MOST_DISCARDED = 8 << 20;

    private final byte[] bytes;
    private final Json json;

    private Body(byte[] bytes, Json json) {
        this.bytes = bytes;
        this.json = json;
    }

    static Body none(Json json) {
        return new Body(new byte[0], json);
    }

    static Body read(HttpServletRequest request, int mostBytes, Duration time, Json json) {
        byte[] bytes;
        try {
            bytes = read(request.getInputStream(), mostBytes, System.nanoTime() + time.toNanos());
        } catch (IOException e) {
            // Cut short, or nothing came for so long that the connection was given up.
            throw HttpProblem.tooSlow();
        }
        String packed = request.getHeader("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            // Nothing here is ever unpacked: a few bytes that become gigabytes stay a few bytes. They are taken in
            // first, or the
            // connection would be reset under an answer that the sender has not read yet.
            throw HttpProblem.packed();
        }
        return new Body(bytes, json);
    }

    private static byte[] read(InputStream in, int mostBytes, long deadline) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        long total = 0;
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            total += length;
            if (System.nanoTime() - deadline > 0) {
                throw HttpProblem.tooSlow();
            }
            if (total > MOST_DISCARDED) {
                throw HttpProblem.tooLarge(mostBytes);
            }
            if (total <= mostBytes) {
                taken.write(piece, 0, length);
            }
        }
        if (total > mostBytes) {
            throw HttpProblem.tooLarge(mostBytes);
        }
        return taken.toByteArray();
    }

    public int length() {
        return bytes.length;
    }

    /** The bytes as they came; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The JSON in it.
     *
     * @throws HttpProblem with {@code MALFORMED} if it is not JSON, or with {@code INVALID_FIELD} naming the field that is
     *     not of its type
     */
    public <T> T as(Class<T> type) {
        try {
            T value = json.mapper().readValue(bytes, type);
            if (value == null) {
                throw HttpProblem.malformed("A JSON object is needed.");
            }
            return value;
        } catch (ValueInstantiationException e) {
            throw HttpProblem.invalid(pointer(e), rule(e));
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamReadException) {
                throw HttpProblem.malformed("It is not JSON.");
            }
            if (e.getPath().isEmpty()) {
                throw HttpProblem.malformed("A JSON object of another kind is needed.");
            }
            throw HttpProblem.invalid(pointer(e), "The value is not of the type it must be.");
        } catch (JsonProcessingException e) {
            throw HttpProblem.malformed("It is not JSON.");
        } catch (IOException e) {
            throw HttpProblem.malformed("It cannot be read.");
        }
    }

    /** What the contract's own record said; it speaks of the rule, never of the value. */
    private static String rule(ValueInstantiationException e) {
        return e.getCause() instanceof IllegalArgumentException said && said.getMessage() != null
                ? said.getMessage()
                : "The value is not as it must be.";
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
