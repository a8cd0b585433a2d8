package fi.vastine.backend.http;

import fi.vastine.backend.store.Json;
import fi.vastine.contract.wire.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a backend on loopback. */
public final class TestClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Json json = new Json();
    private final int port;

    public TestClient(int port) {
        this.port = port;
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    /** Posts a text as it is, or any other value as JSON. */
    public HttpResponse<String> post(String path, Object body) {
        return send(posting(path, body));
    }

    public HttpResponse<String> postAs(String accessToken, String path, Object body) {
        return send(posting(path, body).header("Authorization", "Bearer " + accessToken));
    }

    public HttpRequest.Builder posting(String path, Object body) {
        String text = body instanceof String said ? said : json.write(body);
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer came.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Problem problem(HttpResponse<String> answer) {
        return json.read(answer.body(), Problem.class);
    }

    public <T> T read(HttpResponse<String> answer, Class<T> type) {
        return json.read(answer.body(), type);
    }

    @Override
    public void close() {
        http.close();
    }
}
