package fi.vastine.backend.http;

import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.Problem.Code;
import fi.vastine.contract.wire.WipeOrder;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem, as RFC 9457 has it.
 *
 * <p>Its texts are for whoever builds against the backend; they hold nothing of what the request said.
 */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    private HttpProblem(Problem problem, @Nullable Duration retryAfter) {
        super(problem.title());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    private static HttpProblem of(int status, Code code, String title, @Nullable String detail) {
        return new HttpProblem(new Problem(type(code), title, status, detail, code, null, null, null), null);
    }

    private static String type(Code code) {
        return "urn:vastine:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static HttpProblem malformed(String detail) {
        return of(400, Code.MALFORMED, "The request cannot be read", detail);
    }

    /**
     * One field of the request is wrong.
     *
     * @param field as a JSON pointer, such as {@code /contact/address}
     */
    public static HttpProblem invalid(String field, String detail) {
        return new HttpProblem(
                new Problem(
                        type(Code.INVALID_FIELD),
                        "A field is not as it must be",
                        422,
                        detail,
                        Code.INVALID_FIELD,
                        field,
                        null,
                        null),
                null);
    }

    public static HttpProblem notSignedIn() {
        return of(401, Code.NOT_SIGNED_IN, "Not signed in", "An access token is needed, as a bearer.");
    }

    public static HttpProblem wrongPassword() {
        return of(401, Code.WRONG_PASSWORD, "Wrong user name or password", null);
    }

    public static HttpProblem tokenExpired() {
        return of(401, Code.TOKEN_EXPIRED, "The access token has expired", "Ask for a new one at /v1/token.");
    }

    public static HttpProblem sessionEnded() {
        return of(401, Code.SESSION_ENDED, "The session has ended", "Sign in again.");
    }

    public static HttpProblem restored() {
        return of(
                401,
                Code.RESTORED,
                "The backend was restored from a backup",
                "It lacks what was given out since; register the device anew at /v1/device.");
    }

    public static HttpProblem forbidden(String detail) {
        return of(403, Code.FORBIDDEN, "Not allowed", detail);
    }

    /** The device is let in no more, and this is what it is to do. */
    public static HttpProblem deviceBlocked(WipeOrder order) {
        return new HttpProblem(
                new Problem(
                        type(Code.DEVICE_BLOCKED),
                        "The device is blocked",
                        403,
                        "An administrator has blocked it.",
                        Code.DEVICE_BLOCKED,
                        null,
                        null,
                        order),
                null);
    }

    public static HttpProblem deviceForked(String detail) {
        return of(409, Code.DEVICE_FORKED, "The device's commands have gone two ways", detail);
    }

    public static HttpProblem sequenceGap(long expected) {
        return new HttpProblem(
                new Problem(
                        type(Code.SEQ_GAP),
                        "A command is missing",
                        409,
                        "Send on from the expected sequence number.",
                        Code.SEQ_GAP,
                        null,
                        expected,
                        null),
                null);
    }

    public static HttpProblem notFound() {
        return of(404, Code.NOT_FOUND, "There is nothing here", null);
    }

    static HttpProblem notThisMethod() {
        return of(405, Code.NOT_FOUND, "This is not done here with this method", null);
    }

    static HttpProblem tooSlow() {
        return of(408, Code.MALFORMED, "The request did not arrive in time", null);
    }

    static HttpProblem packed() {
        return of(415, Code.MALFORMED, "The request is packed", "A body is sent as it is, without Content-Encoding.");
    }

    public static HttpProblem tooLarge(int mostBytes) {
        return of(413, Code.TOO_LARGE, "The request is too large", "At most " + mostBytes + " bytes are taken.");
    }

    public static HttpProblem tooOld(String detail) {
        return of(426, Code.TOO_OLD, "The program is too old for this backend", detail);
    }

    /**
     * Not now, but after a while.
     *
     * @param wait from 1 second on; rounded up to whole seconds
     */
    public static HttpProblem tooMany(Duration wait) {
        return new HttpProblem(
                new Problem(
                        type(Code.TOO_MANY),
                        "Too many requests",
                        429,
                        "Try again later.",
                        Code.TOO_MANY,
                        null,
                        null,
                        null),
                wait);
    }

    /**
     * Not now, but after a while.
     *
     * @param wait from 1 second on; rounded up to whole seconds
     */
    public static HttpProblem busy(Duration wait) {
        return new HttpProblem(
                new Problem(
                        type(Code.BUSY),
                        "The backend cannot do this now",
                        503,
                        "Nothing was changed; try again later.",
                        Code.BUSY,
                        null,
                        null,
                        null),
                wait);
    }

    static HttpProblem internal() {
        return of(500, Code.INTERNAL, "The backend has failed", "The log tells more under the request's id.");
    }

    public Problem problem() {
        return problem;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
