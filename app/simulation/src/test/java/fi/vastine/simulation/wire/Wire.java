package fi.vastine.simulation.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The network between one laptop and the backend: there or not, and with what troubles is said beforehand. */
public final class Wire implements Interceptor {
    /** Made once: it reads the machine's certificates, which nobody needs here. */
    private static final OkHttpClient NOWHERE = new OkHttpClient();

    private final FarEnd backend;
    private final Consumer<String> told;
    private final Map<Integer, Trouble> troubles = new HashMap<>();
    private final List<Asked> held = new ArrayList<>();
    private boolean connected = true;
    private int exchanges;

    /** What happens to one exchange. */
    public enum Fault {
        /** The request never arrives. */
        REQUEST_LOST,
        /** The backend does it; the answer never arrives. */
        ANSWER_LOST,
        /** The answer ends in the middle. */
        CUT_SHORT,
        /** The request arrives twice; the second answer is the one that comes back. */
        TWICE,
        /** The request seems lost and arrives when it is long given up. */
        LATE,
        /** Somebody else's page comes back. */
        PROXY_PAGE,
        /** Something before the backend is overloaded. */
        OVERLOADED,
        /** The backend is newer than the laptop: it says more than the laptop knows. */
        NEWER_BACKEND,
        /** The laptop is newer than the backend: its commands have a shape that the backend does not know. */
        NEWER_LAPTOP
    }

    private record Trouble(Fault fault, double part) {}

    /**
     * A network to a backend.
     *
     * @param told hears what happened to each exchange
     */
    public Wire(FarEnd backend, Consumer<String> told) {
        this.backend = backend;
        this.told = told;
    }

    /** A client whose requests go this way. */
    public OkHttpClient client() {
        return NOWHERE.newBuilder().addInterceptor(this).build();
    }

    public void connect() {
        connected = true;
    }

    public void disconnect() {
        connected = false;
    }

    public boolean isConnected() {
        return connected;
    }

    /**
     * Something will happen to an exchange.
     *
     * @param nth 1 for the next one
     * @param part how much of the answer arrives when it is cut short, from 0 to 1
     */
    public void trouble(int nth, Fault fault, double part) {
        troubles.put(exchanges + nth, new Trouble(fault, part));
    }

    /** From here on nothing happens that was said before. */
    public void calm() {
        troubles.clear();
    }

    /** What was late arrives now; nobody waits for its answers. */
    public void deliverLate() {
        List<Asked> arriving = List.copyOf(held);
        held.clear();
        for (Asked each : arriving) {
            Reply unheard = backend.answer(each);
            told.accept(each.path() + " arrives late: " + unheard.status());
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Asked asked = asked(chain.request());
        if (!connected) {
            throw new IOException("no network");
        }
        exchanges++;
        Trouble trouble = troubles.remove(exchanges);
        Reply reply = carried(asked, trouble);
        told.accept(asked.path()
                + (trouble == null ? "" : " " + name(trouble.fault()))
                + (reply == null ? "" : ": " + reply.status()));
        if (reply == null) {
            throw new IOException("lost");
        }
        return response(chain.request(), reply);
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What comes back; null for nothing. */
    private @Nullable Reply carried(Asked asked, @Nullable Trouble trouble) {
        if (trouble == null) {
            return backend.answer(asked);
        }
        return switch (trouble.fault()) {
            case REQUEST_LOST -> null;
            case ANSWER_LOST -> {
                backend.answer(asked);
                yield null;
            }
            case CUT_SHORT -> backend.answer(asked).cut(trouble.part());
            case TWICE -> {
                backend.answer(asked);
                yield backend.answer(asked);
            }
            case LATE -> {
                held.add(asked);
                yield null;
            }
            case PROXY_PAGE -> Reply.of(200, "text/html", "<html>Sign in to the network</html>");
            case OVERLOADED -> Reply.of(503, "text/html", "<html>Try later</html>");
            case NEWER_BACKEND -> Versions.newer(backend.answer(asked));
            case NEWER_LAPTOP -> backend.answer(Versions.newer(asked));
        };
    }

    private static Asked asked(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(each -> headers.put(each.getFirst().toLowerCase(Locale.ROOT), each.getSecond()));
        var body = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(body);
            headers.put("content-type", "application/json; charset=utf-8");
        }
        String query = request.url().encodedQuery();
        String target = request.url().encodedPath() + (query == null ? "" : "?" + query);
        return new Asked(request.method(), target, headers, body.readByteArray());
    }

    private static Response response(Request request, Reply reply) {
        MediaType type = reply.contentType().isEmpty() ? null : MediaType.get(reply.contentType());
        var response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(reply.status())
                .message("")
                .body(ResponseBody.create(reply.body(), type));
        return reply.retryAfter().isEmpty()
                ? response.build()
                : response.header("Retry-After", reply.retryAfter()).build();
    }
}
