package fi.vastine.backend.http;

import fi.vastine.backend.store.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes up endpoints, each with the limit on its body and with who may ask.
 *
 * <p>A handler runs on a virtual thread of its own and may wait.
 */
public final class Routes {
    private final RoutesConfig routes;
    private final Json json;
    private final Authentication authentication;
    private final Duration bodyTime;
    private final List<String> declared = new ArrayList<>();

    Routes(RoutesConfig routes, Json json, Authentication authentication, Duration bodyTime) {
        this.routes = routes;
        this.json = json;
        this.authentication = authentication;
        this.bodyTime = bodyTime;
    }

    /** Answers a request that anybody may make. */
    @FunctionalInterface
    public interface OpenHandler {
        void handle(Context request, Body body);
    }

    /** Answers a request of somebody who is signed in. */
    @FunctionalInterface
    public interface SignedInHandler {
        void handle(Context request, SignedIn who, Body body);
    }

    /** A {@code POST} that anybody may make, with at most so many bytes. */
    public void postOpen(String path, int mostBytes, OpenHandler handler) {
        declared.add("POST " + path);
        routes.post(path, request -> handler.handle(request, body(request, mostBytes)));
    }

    /**
     * A {@code POST} that anybody may make, with at most so many bytes.
     *
     * @param gate sees the request before its body is read, and may refuse it
     */
    public void postOpen(String path, int mostBytes, Consumer<Context> gate, OpenHandler handler) {
        declared.add("POST " + path);
        routes.post(path, request -> {
            gate.accept(request);
            handler.handle(request, body(request, mostBytes));
        });
    }

    /** A {@code GET} that anybody may make. */
    public void getOpen(String path, OpenHandler handler) {
        declared.add("GET " + path);
        routes.get(path, request -> handler.handle(request, Body.none(json)));
    }

    /** The question of a browser whether a page of another origin may ask. */
    public void options(String path, OpenHandler handler) {
        declared.add("OPTIONS " + path);
        routes.options(path, request -> handler.handle(request, Body.none(json)));
    }

    /** A {@code POST} of somebody signed in; who is not is answered before the body is read. */
    public void post(String path, int mostBytes, SignedInHandler handler) {
        declared.add("POST " + path);
        routes.post(path, request -> {
            SignedIn who = who(request);
            handler.handle(request, who, body(request, mostBytes));
        });
    }

    /** A {@code PUT} of somebody signed in; who is not is answered before the body is read. */
    public void put(String path, int mostBytes, SignedInHandler handler) {
        declared.add("PUT " + path);
        routes.put(path, request -> {
            SignedIn who = who(request);
            handler.handle(request, who, body(request, mostBytes));
        });
    }

    /** A {@code GET} of somebody signed in. */
    public void get(String path, SignedInHandler handler) {
        declared.add("GET " + path);
        routes.get(path, request -> handler.handle(request, who(request), Body.none(json)));
    }

    /** Every method with the path it is for. */
    List<String> declared() {
        return List.copyOf(declared);
    }

    private SignedIn who(Context request) {
        String header = header(request, "Authorization");
        String scheme = "bearer ";
        if (header == null
                || header.length() <= scheme.length()
                || !header.substring(0, scheme.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(scheme)) {
            throw HttpProblem.notSignedIn();
        }
        return authentication.signedIn(header.substring(scheme.length()).strip());
    }

    private Body body(Context request, int mostBytes) {
        return Body.read(request.req(), mostBytes, bodyTime, json);
    }

    /** A header of the request, if it is there. */
    public static @Nullable String header(Context request, String name) {
        return request.req().getHeader(name);
    }
}
