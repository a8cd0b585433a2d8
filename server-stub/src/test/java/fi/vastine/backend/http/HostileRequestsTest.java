package fi.vastine.backend.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.identity.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends who means no good, to the whole backend, over a socket where no client would send it. */
class HostileRequestsTest {
    private static final String FORM = "{\"text\":\"Kiitos!\"}";

    private static Backend backend;
    private static TestClient client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        backend = new Backend(
                BackendSettings.loopback(folder.resolve("data")), new TestClock(Instant.parse("2026-11-23T07:00:00Z")));
        backend.start();
        client = new TestClient(backend.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 18\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 18\r\nContent-Length: 19\r\n",
                "Content-Length: +18\r\n",
                "Content-Length: 18\r\n : x\r\n",
                "Content-Length : 18\r\n",
                "Content-Length: 18\r\nX-Folded: a\r\n b\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Content-Length: 18\n",
            })
    void aRequestWhoseLengthTwoServersMightReadDifferentlyIsRefusedAndTheConnectionEnded(String headers) {
        String said = talk("POST /v1/feedback HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + FORM
                + "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(said).startsWith("HTTP/1.1 4").doesNotContain("databaseAnswers");
    }

    @Test
    void headersLargerThanEightKilobytesAreRefusedWithoutSayingWhoRefuses() {
        String said = talk("GET /health HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(9000) + "\r\n\r\n");

        assertThat(said)
                .startsWith("HTTP/1.1 431")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("java");
    }

    @Test
    void whatIsNoHttpIsRefusedWithoutSayingWhoRefuses() {
        assertThat(talk("\u0016\u0003\u0001 nonsense\r\n\r\n"))
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/../v1/changes/wait",
                "/v1/%2e%2e/v1/changes/wait",
                "/v1%2fchanges%2fwait",
                "//v1/changes/wait",
                "/v1//changes/wait",
                "/V1/changes/wait",
                "/v1/changes/wait/",
                "/v1/changes/wait;a=b",
                "/v1/changes/%77ait",
                "/v1/changes/wait%00",
                "/v1/changes\\wait",
                "/../../../../etc/passwd",
                "/%c0%ae%c0%ae/etc/passwd",
                "/WEB-INF/web.xml",
            })
    void aPathWrittenOtherwiseLeadsNowhereWithoutAToken(String path) {
        String said = talk("GET " + path + "?after=0&scopeVersion=0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(said).matches("(?s)HTTP/1\\.1 (400|401|404) .*").doesNotContain("root:");
    }

    @Test
    void aPackedBodyIsNeverUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"text\":\"".getBytes(UTF_8));
            gzip.write(new byte[20 << 20]);
            gzip.write("\"}".getBytes(UTF_8));
        }

        HttpResponse<String> answer = client.send(client.to("/v1/feedback")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statements\":[{\"statement\":1e999,\"value\":5}]}",
                "{\"statements\":[{\"statement\":99999999999,\"value\":5}]}",
                "{\"recommendation\":1e400,\"text\":\"a\"}",
                "{\"recommendation\":-2147483649,\"text\":\"a\"}",
                "{\"id\":\"1-1-1-1-1-1\",\"text\":\"a\"}",
                "{\"contact\":{\"way\":\"MAIL\",\"address\":\"a@b.fi\\r\\nBcc: c@d.fi\"},\"text\":\"a\"}",
                "{\"statements\":[null],\"text\":\"a\"}",
                "{\"statements\":[{}],\"text\":\"a\"}",
                "{\"text\":{\"a\":1}}",
                "[]",
                "null",
                "",
                "\"\"",
            })
    void anImpossibleFormIsAnsweredAsTheSendersFault(String form) {
        HttpResponse<String> answer = client.post("/v1/feedback", form);

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.body()).doesNotContain("fi.vastine", "jackson", "java");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        for (String path : new String[] {"/v1/feedback", "/v1/sign-in", "/v1/token"}) {
            String deep = "{\"text\":" + "[".repeat(1_900);

            assertThat(client.post(path, deep).statusCode()).as(path).isIn(400, 422);
        }
        assertThat(client.post("/v1/feedback", "{\"x\":" + "{\"x\":".repeat(8_000))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PUT", "DELETE", "PATCH", "NONSENSE"})
    void methodsThatNothingIsDoneWithAreRefused(String method) {
        String said = talk(method + " /v1/feedback HTTP/1.1\r\nHost: x\r\nX-Secret: abc\r\nConnection: close\r\n\r\n");

        assertThat(said).matches("(?s)HTTP/1\\.1 (400|404|405|501) .*").doesNotContain("X-Secret");
    }

    @Test
    void aPageOfAnotherOriginIsNeverAllowedWhateverItsNameLooksLike() {
        for (String origin : new String[] {"null", "https://palaute.example.fi.evil.example", "http://localhost"}) {
            HttpResponse<String> answer =
                    client.send(client.posting("/v1/feedback", FORM).header("Origin", origin));

            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    /** Sends bytes as they are and returns all that comes back. */
    private String talk(String bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError("No answer came.", e);
        }
    }
}
