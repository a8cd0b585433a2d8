package fi.vastine.core.http;

import com.fasterxml.jackson.databind.ObjectReader;
import fi.vastine.contract.wire.Problem;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Trouble;
import fi.vastine.core.sync.Trouble.Kind;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a response without success means. */
final class Refusals {
    /** In bytes, unpacked. */
    private static final int LONGEST_PROBLEM = 1 << 20;

    private static final int PROXY_WANTS_SIGN_IN = 407;
    private static final int NETWORK_WANTS_SIGN_IN = 511;

    private Refusals() {}

    /** A problem of the backend's own as it says; anything else by who may have sent it. */
    static Trouble trouble(Response response, ObjectReader problems) throws IOException, ExchangeFailed {
        Problem problem = problem(response, problems);
        if (problem != null) {
            return new Trouble(kind(problem.code()), retryAfter(response), problem.order());
        }
        int status = response.code();
        boolean fromBehind = status >= 500 && status != NETWORK_WANTS_SIGN_IN;
        return switch (status) {
            case PROXY_WANTS_SIGN_IN -> Trouble.of(Kind.PROXY_SIGN_IN);
            case 413 -> Trouble.of(Kind.TOO_LARGE);
            case 429 -> new Trouble(Kind.TOO_MANY, retryAfter(response), null);
            default ->
                fromBehind ? new Trouble(Kind.SERVER_TROUBLE, retryAfter(response), null) : Trouble.of(Kind.PROXY_PAGE);
        };
    }

    private static Kind kind(Problem.Code code) {
        return switch (code) {
            case WRONG_PASSWORD -> Kind.WRONG_PASSWORD;
            // A token that is not known may have been given out after the backup that the backend was restored from.
            case TOKEN_EXPIRED, NOT_SIGNED_IN -> Kind.TOKEN_EXPIRED;
            case SESSION_ENDED -> Kind.SESSION_ENDED;
            case RESTORED -> Kind.RESTORED;
            case FORBIDDEN -> Kind.FORBIDDEN;
            case DEVICE_BLOCKED -> Kind.DEVICE_BLOCKED;
            case DEVICE_FORKED -> Kind.DEVICE_FORKED;
            case SEQ_GAP -> Kind.SEQ_GAP;
            case TOO_LARGE -> Kind.TOO_LARGE;
            case TOO_OLD -> Kind.TOO_OLD;
            case TOO_MANY -> Kind.TOO_MANY;
            case MALFORMED, INVALID_FIELD, NOT_FOUND, BUSY, INTERNAL -> Kind.SERVER_TROUBLE;
        };
    }

    private static @Nullable Problem problem(Response response, ObjectReader problems)
            throws IOException, ExchangeFailed {
        MediaType type = response.body().contentType();
        if (type == null || !type.subtype().equals("problem+json")) {
            return null;
        }
        try {
            Problem problem = problems.readValue(Bodies.whole(response, LONGEST_PROBLEM));
            return problem.code() == null ? null : problem;
        } catch (com.fasterxml.jackson.core.JacksonException notOurs) {
            return null;
        }
    }

    /** In seconds, at most an hour; a date or nonsense counts as not said. */
    private static @Nullable Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After", "");
        boolean number = seconds != null && seconds.matches("\\d{1,6}");
        return number ? Duration.ofSeconds(Math.min(3600, Long.parseLong(seconds))) : null;
    }
}
