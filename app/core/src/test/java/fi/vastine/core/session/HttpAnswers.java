package fi.vastine.core.session;

import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.WipeOrder;
import fi.vastine.core.json.Json;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** What a backend, or something in its place, answers over HTTP. */
final class HttpAnswers {
    private final Json json;

    HttpAnswers(Json json) {
        this.json = json;
    }

    static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse lines(String text) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/x-ndjson")
                .body(text)
                .build();
    }

    /** Something else in the backend's place. */
    static MockResponse page(int status, String words) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html>" + words + "</html>")
                .build();
    }

    MockResponse ok(Object content) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/json")
                .body(json.write(content))
                .build();
    }

    MockResponse problem(int status, Problem.Code code, @Nullable WipeOrder order) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/problem+json")
                .body(json.write(new Problem("urn:vastine:problem:x", "x", status, null, code, null, null, order)))
                .build();
    }
}
