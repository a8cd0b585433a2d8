package fi.vastine.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Problem;
import fi.vastine.contract.wire.Problem.Code;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpServerTest {
    private static final SignedIn ANNA = new SignedIn(new PersonId("anna"), new DeviceId(new UUID(0, 1)), "s-1");

    private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
    private final CountDownLatch slowBegan = new CountDownLatch(1);
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final HttpServer server = start(Duration.ofSeconds(20));
    private final TestClient client = new TestClient(server.port());

    /** What the echo endpoint takes. */
    record Said(int number, List<Part> parts) {
        record Part(int size) {
            Part {
                if (size < 1) {
                    throw new IllegalArgumentException("a size is 1 or more");
                }
            }
        }
    }

    private HttpServer start(Duration bodyTime) {
        var settings = new HttpSettings("127.0.0.1", 0, Set.of(), Set.of(), bodyTime);
        Endpoints some = routes -> {
            routes.postOpen("/v1/open", 100, (request, body) -> request.json(body.as(Said.class)));
            routes.get("/v1/mine/{thing}", (request, who, body) -> request.json(who.person()));
            routes.post("/v1/mine", 100, (request, who, body) -> request.json(who.person()));
            routes.getOpen("/v1/broken", (request, body) -> {
                throw new IllegalStateException("for the log only");
            });
            routes.getOpen("/v1/slow", (request, body) -> {
                slowBegan.countDown();
                await(slowMayEnd);
                request.result("done");
            });
        };
        var health = new Health(databaseAnswers::get, () -> Duration.ofSeconds(7));
        return new HttpServer(
                        settings,
                        new Json(),
                        new UuidSource(InstantSource.system(), new Random(1)),
                        token -> switch (token) {
                            case "good" -> ANNA;
                            case "old" -> throw HttpProblem.tokenExpired();
                            default -> throw HttpProblem.notSignedIn();
                        },
                        List.of(some, health))
                .start();
    }

    @AfterEach
    void stop() {
        slowMayEnd.countDown();
        client.close();
        server.close();
    }

    @Test
    void healthTellsOfTheDatabaseAndTheMail() {
        assertThat(client.get("/health").body())
                .isEqualTo("{\"status\":\"up\",\"databaseAnswers\":true,\"oldestMailSeconds\":7}");

        databaseAnswers.set(false);

        assertThat(client.get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void nothingButHealthMayBeKeptByAnybodyOnTheWay() {
        assertThat(client.post("/v1/open", new Said(1, List.of())).headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(client.get("/health").headers().firstValue("Cache-Control")).isEmpty();
    }

    @Test
    void everyAnswerHasAnIdOfItsOwn() {
        var one = client.get("/health").headers().firstValue("X-Request-Id");
        var other = client.get("/nowhere").headers().firstValue("X-Request-Id");

        assertThat(one).isPresent();
        assertThat(other).isPresent().isNotEqualTo(one);
    }

    @Test
    void whatIsNotJsonIsMalformed() {
        assertProblem(client.post("/v1/open", "{\"number\":"), 400, Code.MALFORMED);
        assertProblem(client.post("/v1/open", ""), 400, Code.MALFORMED);
        assertProblem(client.post("/v1/open", "null"), 400, Code.MALFORMED);
        assertProblem(client.post("/v1/open", "[1]"), 400, Code.MALFORMED);
        assertProblem(client.post("/v1/open", "<html></html>"), 400, Code.MALFORMED);
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        Problem type = assertProblem(client.post("/v1/open", "{\"number\":\"salainen\"}"), 422, Code.INVALID_FIELD);
        Problem rule = assertProblem(
                client.post("/v1/open", "{\"number\":1,\"parts\":[{\"size\":1},{\"size\":0}]}"),
                422,
                Code.INVALID_FIELD);

        assertThat(type.field()).isEqualTo("/number");
        assertThat(type.detail()).doesNotContain("salainen");
        assertThat(rule.field()).isEqualTo("/parts/1");
        assertThat(rule.detail()).isEqualTo("a size is 1 or more");
    }

    @Test
    void aBodyMayBeAsLargeAsItsLimitAndNoLarger() {
        String most = " ".repeat(88) + "{\"number\":1}";

        assertThat(client.post("/v1/open", most).statusCode()).isEqualTo(200);
        assertProblem(client.post("/v1/open", most + " "), 413, Code.TOO_LARGE);
        assertProblem(client.post("/v1/open", "x".repeat(2_000_000)), 413, Code.TOO_LARGE);
    }

    @Test
    void whoIsNotSignedInIsToldWhatIsWrong() {
        Problem none = assertProblem(client.get("/v1/mine/thing"), 401, Code.NOT_SIGNED_IN);
        Problem old = assertProblem(client.postAs("old", "/v1/mine", "{}"), 401, Code.TOKEN_EXPIRED);

        assertThat(none.type()).isEqualTo("urn:vastine:problem:not-signed-in");
        assertThat(old.type()).isEqualTo("urn:vastine:problem:token-expired");
        assertProblem(
                client.send(client.to("/v1/mine/thing").header("Authorization", "Basic Zm9vOmJhcg==")),
                401,
                Code.NOT_SIGNED_IN);
        assertProblem(
                client.send(client.to("/v1/mine/thing").header("Authorization", "Bearer")), 401, Code.NOT_SIGNED_IN);
        assertThat(client.get("/v1/mine/thing").headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
    }

    @Test
    void whoIsSignedInIsKnownToTheHandler() {
        assertThat(client.postAs("good", "/v1/mine", "{}").body()).isEqualTo("\"anna\"");
        assertThat(client.send(client.to("/v1/mine/thing").header("Authorization", "bearer good"))
                        .body())
                .isEqualTo("\"anna\"");
    }

    @Test
    void whatIsNotThereAndWhatIsNotDoneHereAreProblemsToo() {
        assertProblem(client.get("/nowhere"), 404, Code.NOT_FOUND);
        assertProblem(client.post("/health", "{}"), 405, Code.NOT_FOUND);
    }

    @Test
    void aFailureInsideTellsNothingOfItself() {
        Problem problem = assertProblem(client.get("/v1/broken"), 500, Code.INTERNAL);

        assertThat(problem.detail()).doesNotContain("for the log only");
    }

    @Test
    void theLogHasThePathAsDeclaredAndNothingThatWasAskedFor() {
        var heard = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(HttpServer.class);
        heard.start();
        log.addAppender(heard);
        log.setLevel(Level.INFO);
        try {
            client.send(client.to("/v1/mine/matti-meikalainen?search=avanne").header("Authorization", "Bearer good"));
            client.get("/aino?x=y");
            assertThat(heard.list).hasSize(2).allSatisfy(event -> {
                String line = event.getFormattedMessage() + event.getKeyValuePairs() + event.getMDCPropertyMap();
                assertThat(line)
                        .doesNotContain("matti", "avanne", "aino", "good")
                        .contains("request=");
            });
            assertThat(heard.list.getFirst().getKeyValuePairs().toString()).contains("/v1/mine/{thing}");
        } finally {
            log.detachAppender(heard);
            log.setLevel(null);
        }
    }

    @Test
    void aRequestUnderWayIsAnsweredBeforeTheServerEnds() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = java.net.http.HttpClient.newHttpClient()
                .sendAsync(client.to("/v1/slow").build(), BodyHandlers.ofString());
        assertThat(slowBegan.await(10, TimeUnit.SECONDS)).isTrue();

        Thread stopping = Thread.ofVirtual().start(server::close);
        slowMayEnd.countDown();

        assertThat(slow.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aBodyThatDripsInIsGivenUpAndOthersAreServed() throws IOException {
        try (HttpServer impatient = start(Duration.ofMillis(500));
                TestClient other = new TestClient(impatient.port());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            socket.setSoTimeout(100);
            var out = socket.getOutputStream();
            out.write("POST /v1/open HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = "";
            for (int sent = 0; sent < 80 && answer.isEmpty(); sent++) {
                out.write(' ');
                out.flush();
                answer = readBriefly(socket.getInputStream());
            }
            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(other.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static String readBriefly(InputStream in) throws IOException {
        try {
            byte[] some = new byte[200];
            int length = in.read(some);
            return length < 0 ? "" : new String(some, 0, length, StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }

    private Problem assertProblem(HttpResponse<String> answer, int status, Code code) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        Problem problem = client.problem(answer);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(answer.statusCode()).isEqualTo(status);
        return problem;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
