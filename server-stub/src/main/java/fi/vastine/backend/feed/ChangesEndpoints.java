package fi.vastine.backend.feed;

import fi.vastine.backend.http.Body;
import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.FeedStore;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.PullLine.ScopeLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Scope;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/changes} and {@code GET /v1/changes/wait}: what is new for a person on a device. */
public final class ChangesEndpoints implements Endpoints, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesEndpoints.class);
    private static final int MOST_BYTES = 1 << 20;

    private final Directory directory;
    private final PageReader pages;
    private final Waiting waiting;
    private final Json json;
    private final Duration patience;
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();

    /** @param patience how long a desktop that waits is kept waiting; less than what office proxies cut, a minute */
    public ChangesEndpoints(Directory directory, FeedStore store, Waiting waiting, Json json, Duration patience) {
        this.directory = directory;
        this.pages = new PageReader(store);
        this.waiting = waiting;
        this.json = json;
        this.patience = patience;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/v1/changes", MOST_BYTES, this::changes);
        routes.get("/v1/changes/wait", (request, who, nothing) -> await(request, who));
    }

    @Override
    public void close() {
        answering.close();
    }

    private void changes(Context request, SignedIn who, Body body) {
        PullRequest asked = body.as(PullRequest.class);
        Scope scope = directory.scope(who.person());
        Page page = page(asked, scope, who.device());
        request.contentType("application/x-ndjson");
        try (OutputStream out = output(request)) {
            LineWriter lines = new LineWriter(json, who.device(), new DraftSight(directory, who.person()), out);
            if (scope.version() != asked.scopeVersion()) {
                lines.write(new ScopeLine(scope));
            }
            lines.write(page);
        } catch (IOException e) {
            // The desktop has gone away; what it got ends without a page line and leaves nothing behind there.
            LOG.debug("An answer was cut short", e);
        }
    }

    private Page page(PullRequest asked, Scope scope, DeviceId device) {
        try {
            return pages.read(asked, scope, device);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.invalid("/catchUp", "A cursor is not as it was given out.");
        }
    }

    /** Straight to the server's stream: packed here or not at all. */
    private static OutputStream output(Context request) throws IOException {
        OutputStream plain = request.res().getOutputStream();
        String accepted = request.req().getHeader("Accept-Encoding");
        if (accepted == null || !accepted.contains("gzip")) {
            return plain;
        }
        request.header("Content-Encoding", "gzip");
        return new FastGzip(plain);
    }

    private void await(Context request, SignedIn who) {
        long after = number(request, "after");
        long scopeVersion = number(request, "scopeVersion");
        // A waiting desktop holds no thread; whoever wakes it only hands the answer on.
        request.future(() -> waiting.await(who.person(), after, scopeVersion, patience)
                .thenAcceptAsync(news -> answer(request, news), answering));
    }

    private static void answer(Context request, Optional<News> news) {
        news.ifPresentOrElse(request::json, () -> request.status(204));
    }

    private static long number(Context request, String name) {
        @Nullable String value = request.queryParam(name);
        try {
            return Long.parseLong(value == null ? "" : value);
        } catch (NumberFormatException e) {
            throw HttpProblem.invalid("/" + name, "A whole number is needed.");
        }
    }
}
