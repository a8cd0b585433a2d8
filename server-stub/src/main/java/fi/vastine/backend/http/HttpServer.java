package fi.vastine.backend.http;

import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.StoreUnavailable;
import fi.vastine.contract.id.UuidSource;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The HTTP server, one virtual thread a request.
 *
 * <p>Every answer carries its {@code X-Request-Id}, under which the log tells more; every error is a problem as RFC 9457 has
 * it. The log has the path as it is declared, never what was asked for or written.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);
    /** Longer than a desktop's question for news is held open. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

    /** A line that ends without a carriage return is read by some servers as two: a proxy in front might be one of them. */
    private static final HttpCompliance WHOLE_LINES = HttpCompliance.RFC9110.without(
            "whole-lines", Violation.LF_HEADER_TERMINATION, Violation.LF_CHUNK_TERMINATION);

    private static final String BEGAN = "began";
    private static final String REQUEST = "request";

    private final HttpSettings settings;
    private final Json json;
    private final UuidSource ids;
    private final Javalin javalin;
    private final List<String> endpoints = new ArrayList<>();

    /**
     * Takes up the endpoints; nothing listens before {@link #start}.
     *
     * @param ids for the requests' ids
     */
    public HttpServer(
            HttpSettings settings,
            Json json,
            UuidSource ids,
            Authentication authentication,
            List<? extends Endpoints> endpoints) {
        this.settings = settings;
        this.json = json;
        this.ids = ids;
        this.javalin = Javalin.create(config -> {
            configure(config);
            everyRequest(config.routes);
            Routes routes = new Routes(config.routes, json, authentication, settings.bodyTime());
            endpoints.forEach(each -> each.addTo(routes));
            this.endpoints.addAll(routes.declared());
        });
    }

    /** Starts to listen. */
    public HttpServer start() {
        javalin.start();
        return this;
    }

    /** Answers what is handed to it on the caller's thread, whether or not anything listens. */
    public Servlet servlet() {
        return javalin.javalinServlet();
    }

    /** Every method with the path it is for, such as {@code GET /health}. */
    public List<String> endpoints() {
        return List.copyOf(endpoints);
    }

    /** The port listened on. */
    public int port() {
        return javalin.port();
    }

    /** Takes no more requests, and ends when those under way are answered, or after 5 s. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // It has stopped all the same; who was cut off asks again.
            LOG.warn("Requests were cut off as the backend stopped", e);
        }
    }

    private void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson(json.mapper(), true));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(8192);
            http.setUriCompliance(UriCompliance.RFC3986);
            http.setHttpCompliance(WHOLE_LINES);
        });
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(LAST_REQUESTS.toMillis());
            server.insertHandler(new GracefulHandler());
        });
    }

    private Connector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        // Of the connection, once: as a setting of requests it would be set and taken back with each.
        connector.setIdleTimeout(LONGEST_SILENCE.toMillis());
        return connector;
    }

    private void everyRequest(RoutesConfig routes) {
        routes.before(request -> {
            String id = ids.next().toString();
            MDC.put(REQUEST, id);
            request.attribute(BEGAN, System.nanoTime());
            request.header("X-Request-Id", id);
            request.header("X-Content-Type-Options", "nosniff");
            if (!request.path().equals("/health")) {
                request.header("Cache-Control", "no-store");
            }
        });
        routes.after(HttpServer::log);
        routes.exception(HttpProblem.class, (problem, request) -> answer(request, problem));
        routes.exception(
                StoreUnavailable.class, (e, request) -> answer(request, HttpProblem.busy(Duration.ofSeconds(5))));
        routes.exception(HttpResponseException.class, (e, request) -> answer(request, problem(e)));
        routes.exception(Exception.class, (e, request) -> {
            LOG.error("A request failed", e);
            answer(request, HttpProblem.internal());
        });
    }

    private static HttpProblem problem(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> HttpProblem.notFound();
            case 405 -> HttpProblem.notThisMethod();
            default -> HttpProblem.malformed("It is not a request this backend knows.");
        };
    }

    private void answer(Context request, HttpProblem problem) {
        request.status(problem.problem().status());
        request.result(json.write(problem.problem()));
        request.contentType("application/problem+json");
        if (problem.problem().status() == 401) {
            request.header("WWW-Authenticate", "Bearer");
        }
        Duration wait = problem.retryAfter();
        if (wait != null) {
            request.header(
                    "Retry-After",
                    Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
    }

    /** The path as declared, without what stands in it or after it. */
    private static String path(Context request) {
        Endpoint matched = request.endpoints().matchedHttpEndpoint();
        return matched == null ? "none" : matched.path;
    }

    private static void log(Context request) {
        @Nullable Long began = request.attribute(BEGAN);
        LOG.atInfo()
                .addKeyValue("method", request.method().name())
                .addKeyValue("path", path(request))
                .addKeyValue("status", request.statusCode())
                .addKeyValue("ms", began == null ? 0 : (System.nanoTime() - began) / 1_000_000)
                .log("answered");
        MDC.remove(REQUEST);
    }
}
