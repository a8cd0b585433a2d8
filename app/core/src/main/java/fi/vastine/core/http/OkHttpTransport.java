package fi.vastine.core.http;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Erasures;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.Pages;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.SignIn;
import fi.vastine.core.json.Json;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Line;
import fi.vastine.core.sync.Transport;
import fi.vastine.core.sync.Trouble;
import fi.vastine.core.sync.Trouble.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Talks HTTP with a backend at one address; answers come compressed where the backend does so. */
public final class OkHttpTransport implements Transport {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    /** Of an answer that is no pull, in bytes, unpacked. */
    private static final int LONGEST_ANSWER = 16 << 20;

    private static final String PROGRAM = "Vastine/" + ProgramVersion.OF_THIS;

    private final HttpUrl base;
    private final Supplier<OkHttpClient> carrier;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final ObjectReader problems;
    private final Patience patience;
    private final Set<Call> calls = new HashSet<>();
    private @Nullable Clients clients;
    private boolean closed;

    /** One for what is answered at once, and one for what may take a while. */
    private record Clients(OkHttpClient brisk, OkHttpClient patient) {
        static Clients on(OkHttpClient carrier, Patience patience) {
            // A redirect is how a network's own sign-in page comes in between: it is never followed.
            OkHttpClient brisk = carrier.newBuilder()
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectTimeout(patience.connect())
                    .writeTimeout(patience.answer())
                    .readTimeout(patience.answer())
                    .callTimeout(patience.whole())
                    .build();
            return new Clients(
                    brisk, brisk.newBuilder().readTimeout(patience.news()).build());
        }
    }

    public OkHttpTransport(URI base, Json json) {
        this(base, json, Network.ofTheSystem());
    }

    public OkHttpTransport(URI base, Json json, Network network) {
        this(base, json, network, Patience.USUAL);
    }

    /** With a patience of one's own. */
    public OkHttpTransport(URI base, Json json, Network network, Patience patience) {
        this(base, json, network::carrier, patience);
    }

    /** Over a carrier of one's own, such as one that leads to a backend in the same process. */
    public OkHttpTransport(URI base, Json json, OkHttpClient carrier) {
        this(base, json, () -> carrier, Patience.USUAL);
    }

    private OkHttpTransport(URI base, Json json, Supplier<OkHttpClient> carrier, Patience patience) {
        this.base = HttpUrl.get(base.toString());
        this.carrier = carrier;
        this.writer = json.mapper().writer();
        this.reader = json.mapper().reader();
        this.problems = json.mapper().readerFor(Problem.class);
        this.patience = patience;
    }

    @Override
    public SignIn.Answer signIn(SignIn.Request request) throws ExchangeFailed {
        return post("v1/sign-in", null, request, SignIn.Answer.class);
    }

    @Override
    public SignIn.Answer registerAnew(SignIn.Anew anew) throws ExchangeFailed {
        return post("v1/device", null, anew, SignIn.Answer.class);
    }

    @Override
    public SignIn.Tokens renew(SignIn.Renewal renewal) throws ExchangeFailed {
        return post("v1/token", null, renewal, SignIn.Tokens.class);
    }

    @Override
    public Push.Answer push(String access, Push.Request request) throws ExchangeFailed {
        return post("v1/commands", access, request, Push.Answer.class);
    }

    @Override
    public void pull(String access, PullRequest request, Consumer<Line> each) throws ExchangeFailed {
        exchange(clients().brisk(), posting("v1/changes", access, request), response -> {
            requireType(response, "application/x-ndjson");
            new Lines(reader).read(response.body().source(), each);
            return response;
        });
    }

    @Override
    public Optional<News> awaitNews(String access, long after, long scopeVersion) throws ExchangeFailed {
        HttpUrl url = url("v1/changes/wait")
                .addQueryParameter("after", Long.toString(after))
                .addQueryParameter("scopeVersion", Long.toString(scopeVersion))
                .build();
        return exchange(
                clients().patient(),
                authorised(access).url(url).build(),
                response -> response.code() == 204 ? Optional.empty() : Optional.of(body(response, News.class)));
    }

    @Override
    public void tellReads(String access, Reads reads) throws ExchangeFailed {
        exchange(clients().brisk(), posting("v1/reads", access, reads), OkHttpTransport::taken);
    }

    @Override
    public Pages.Answer putPages(String access, CaseId caseId, int first, byte[] content) throws ExchangeFailed {
        Request request = authorised(access)
                .url(url(pagePath(caseId, first)).build())
                .put(RequestBody.create(content, BYTES))
                .build();
        return exchange(clients().brisk(), request, response -> body(response, Pages.Answer.class));
    }

    @Override
    public Optional<byte[]> page(String access, CaseId caseId, int number) throws ExchangeFailed {
        Request request =
                authorised(access).url(url(pagePath(caseId, number)).build()).build();
        return exchange(clients().brisk(), request, response -> {
            if (response.code() == 204) {
                return Optional.empty();
            }
            requireType(response, "application/octet-stream");
            return Optional.of(Bodies.whole(response, LONGEST_ANSWER));
        });
    }

    private static String pagePath(CaseId caseId, int number) {
        return "v1/cases/" + caseId + "/pages/" + number;
    }

    @Override
    public void tellErased(String access, Erasures.Done done) throws ExchangeFailed {
        exchange(clients().brisk(), posting("v1/erasures/done", access, done), response -> response);
    }

    @Override
    public void close() {
        Clients made;
        synchronized (this) {
            closed = true;
            calls.forEach(Call::cancel);
            made = clients;
        }
        if (made != null) {
            made.brisk().dispatcher().executorService().shutdown();
            made.brisk().connectionPool().evictAll();
        }
    }

    /** Made when first needed: a start without a network is not kept waiting for what belongs to one. */
    private synchronized Clients clients() {
        Clients made = clients == null ? Clients.on(carrier.get(), patience) : clients;
        clients = made;
        return made;
    }

    /** Makes something of a response with a status of success. */
    private interface Reading<T> {
        T of(Response response) throws IOException, ExchangeFailed;
    }

    private <T> T post(String path, @Nullable String access, Object content, Class<T> type) throws ExchangeFailed {
        return exchange(clients().brisk(), posting(path, access, content), response -> body(response, type));
    }

    private <T> T exchange(OkHttpClient by, Request request, Reading<T> reading) throws ExchangeFailed {
        Call call = begun(by.newCall(request));
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw new ExchangeFailed(Refusals.trouble(response, problems));
            }
            return reading.of(response);
        } catch (IOException e) {
            throw new ExchangeFailed(Trouble.of(Failures.kind(e)), e);
        } finally {
            ended(call);
        }
    }

    /** A call that begins after the end is cancelled before it starts; one that began before is cancelled by the end. */
    private synchronized Call begun(Call call) {
        calls.add(call);
        if (closed) {
            call.cancel();
        }
        return call;
    }

    private synchronized void ended(Call call) {
        calls.remove(call);
    }

    private <T> T body(Response response, Class<T> type) throws IOException, ExchangeFailed {
        requireType(response, "application/json");
        byte[] bytes = Bodies.whole(response, LONGEST_ANSWER);
        try {
            return reader.forType(type).readValue(bytes);
        } catch (com.fasterxml.jackson.core.JacksonException notJson) {
            throw new ExchangeFailed(Trouble.of(Kind.SERVER_TROUBLE), Lines.withoutText(notJson));
        }
    }

    /** The backend has taken what it was told, and has nothing to say: a network's own page always has. */
    private static Response taken(Response response) throws ExchangeFailed {
        if (response.code() != 204) {
            throw new ExchangeFailed(Trouble.of(Kind.PROXY_PAGE));
        }
        return response;
    }

    private static void requireType(Response response, String type) throws ExchangeFailed {
        MediaType is = response.body().contentType();
        if (is == null || !type.equals(is.type() + "/" + is.subtype())) {
            throw new ExchangeFailed(Trouble.of(Kind.PROXY_PAGE));
        }
    }

    private Request posting(String path, @Nullable String access, Object content) {
        try {
            RequestBody body = RequestBody.create(writer.writeValueAsBytes(content), JSON);
            return authorised(access).url(url(path).build()).post(body).build();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + content.getClass(), e);
        }
    }

    private static Request.Builder authorised(@Nullable String access) {
        var request = new Request.Builder().header("User-Agent", PROGRAM);
        return access == null ? request : request.header("Authorization", "Bearer " + access);
    }

    private HttpUrl.Builder url(String path) {
        return base.newBuilder().addPathSegments(path);
    }
}
