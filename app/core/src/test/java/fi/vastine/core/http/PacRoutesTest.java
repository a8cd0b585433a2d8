package fi.vastine.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script says by which proxy; one that is broken, away or endless is told of, and costs a moment at most. */
@Timeout(60)
class PacRoutesTest {
    private static final URI BACKEND = URI.create("https://vastine.esimerkki.example/v1/cases/salainen?x=y");
    private static final PacRoutes.Limits SHORT = new PacRoutes.Limits(
            Duration.ofMillis(500), Duration.ofMillis(800), Duration.ofHours(1), Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final PacRoutes routes = new PacRoutes(OkHttpClient::new, SHORT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'PROXY proxy.example:3128; DIRECT'                                          | HTTP @ proxy.example:3128, DIRECT
            'HTTP proxy.example:3128'                                                   | HTTP @ proxy.example:3128
            'SOCKS s:1; PROXY p.example:8080'                                           | HTTP @ p.example:8080
            dnsDomainIs(host, '.esimerkki.example') ? 'DIRECT' : 'PROXY p:1'            | DIRECT
            isPlainHostName(host) ? 'DIRECT' : 'PROXY p:1'                              | HTTP @ p:1
            shExpMatch(host, '*.esimerkki.*') ? 'PROXY q:2' : 'DIRECT'                  | HTTP @ q:2
            shExpMatch(url, 'https://*/v1/*') ? 'PROXY q:2' : 'DIRECT'                  | DIRECT
            isInNet('10.20.30.40', '10.20.0.0', '255.255.0.0') ? 'PROXY q:2' : 'DIRECT' | HTTP @ q:2
            isInNet('10.21.30.40', '10.20.0.0', '255.255.0.0') ? 'PROXY q:2' : 'DIRECT' | DIRECT
            isInNet('200.1.1.1', '200.0.0.0', '255.0.0.0') ? 'PROXY q:2' : 'DIRECT'     | HTTP @ q:2
            dnsDomainLevels(host) == 2 ? 'PROXY q:2' : 'DIRECT'                         | HTTP @ q:2
            localHostOrDomainIs('vastine', host) ? 'PROXY q:2' : 'DIRECT'               | HTTP @ q:2
            isResolvable('127.0.0.1') ? 'PROXY q:2' : 'DIRECT'                          | HTTP @ q:2
            /^[0-9.]+$/.test(myIpAddress()) ? 'PROXY q:2' : 'DIRECT'                    | HTTP @ q:2
            weekdayRange('SUN', 'SAT') ? 'PROXY q:2' : 'DIRECT'                         | HTTP @ q:2
            timeRange(0, 24) ? 'PROXY q:2' : 'DIRECT'                                   | HTTP @ q:2
            dateRange(1, 31) ? 'PROXY q:2' : 'DIRECT'                                   | HTTP @ q:2
            dateRange('JAN', 'DEC', 'GMT') ? 'PROXY q:2' : 'DIRECT'                     | HTTP @ q:2
            dateRange(1999) ? 'PROXY q:2' : 'DIRECT'                                    | DIRECT
            """)
    void whatScriptsInUseAskIsAnswered(String says, String route) throws IOException, ScriptFailed {
        assertThat(said(routes.route(onDisk("function FindProxyForURL(url, host) { return " + says + "; }"), BACKEND)))
                .isEqualTo(route);
    }

    private static String said(List<Proxy> route) {
        return String.join(
                ", ",
                route.stream()
                        .map(each -> each.toString().replace("/<unresolved>", ""))
                        .toList());
    }

    @Test
    void aScriptFromAServerIsFetchedOnce() throws IOException, ScriptFailed {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body("function FindProxyForURL(u, h) { return 'PROXY p:1'; }")
                    .build());
            URI script = server.url("/proxy.pac").uri();

            routes.route(script, BACKEND);
            routes.route(script, BACKEND);

            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Kirjaudu verkkoon</html>",
                "function FindProxyForURL(u, h) { return 'KUKA TIETÄÄ'; }",
                "function FindProxyForURL(u, h) { return java.lang.System.getProperty('user.home'); }",
                "function FindProxyForURL(u, h) { return Packages.java.lang.System.exit(1); }",
                "function FindProxyForURL(u, h) { return this.getClass(); }",
                "function FindProxyForURL(u, h) { throw 'x'; }",
                "function FindProxyForURL(u, h) { return FindProxyForURL(u, h) + 'x'; }"
            })
    void aBrokenScriptIsToldOf(String text) throws IOException {
        assertThat(why(onDisk(text))).isEqualTo(ProxyTrouble.SCRIPT_BROKEN);
    }

    @Test
    void anEndlessScriptIsEndedAndSparedFromThenOn() throws IOException {
        URI script =
                onDisk("function FindProxyForURL(u, h) { try { while (true) {} } catch (e) { return 'DIRECT'; } }");

        assertThat(why(script)).isEqualTo(ProxyTrouble.SCRIPT_SLOW);
        long before = System.nanoTime();
        assertThat(why(script)).isEqualTo(ProxyTrouble.SCRIPT_SLOW);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SHORT.answer());
    }

    @Test
    void aServerThatKeepsTheScriptToItselfIsSlow() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(why(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/proxy.pac")))
                    .isEqualTo(ProxyTrouble.SCRIPT_SLOW);
        }
    }

    @Test
    void aScriptThatIsNotThereIsUnreachable() throws IOException {
        assertThat(why(folder.resolve("puuttuu.pac").toUri())).isEqualTo(ProxyTrouble.SCRIPT_UNREACHABLE);
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(404).build());
            assertThat(why(server.url("/proxy.pac").uri())).isEqualTo(ProxyTrouble.SCRIPT_UNREACHABLE);
        }
    }

    @Test
    void withAScriptThatIsNoUseConnectionsGoStraightAndThePersonIsTold() throws IOException {
        var told = new LinkedBlockingQueue<Optional<ProxyTrouble>>();
        var network = new Network(new ProxyChoice.Pac(onDisk("{")), "", Map.of(), Optional::empty);
        network.onTrouble(told::add);

        assertThat(network.route(BACKEND)).containsExactly(Proxy.NO_PROXY);
        Files.writeString(folder.resolve("proxy.pac"), "function FindProxyForURL(u, h) { return 'PROXY p:1'; }");
        network.choose(network.choice());
        assertThat(said(network.route(BACKEND))).isEqualTo("HTTP @ p:1");

        assertThat(told).containsExactly(Optional.empty(), Optional.of(ProxyTrouble.SCRIPT_BROKEN), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://p.example:8080, -, HTTP @ p.example:8080",
                "p.example:8080, muu.example, HTTP @ p.example:8080",
                "http://p.example:8080, '.muu.example, esimerkki.example', DIRECT",
                "http://p.example:8080, *, DIRECT",
                "-, -, DIRECT"
            })
    void theSystemsProxyIsTheOneOfTheEnvironment(String proxy, String except, String route) {
        var environment = new java.util.HashMap<String, String>();
        environment.put("https_proxy", proxy == null ? "" : proxy);
        environment.put("NO_PROXY", except == null ? "" : except);

        var network = new Network(ProxyChoice.SYSTEM, "", environment, Optional::empty);

        assertThat(said(network.route(BACKEND))).isEqualTo(route);
    }

    @Test
    void thisMachineItselfIsNeverReachedByAProxy() {
        var network = new Network(new ProxyChoice.Fixed("p", 1), "", Map.of(), Optional::empty);

        for (String own : List.of("http://127.0.0.1:8480", "http://localhost:8480/x", "http://[::1]:8480")) {
            assertThat(network.route(URI.create(own))).containsExactly(Proxy.NO_PROXY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "proxy:0",
                "proxy:99999",
                "https://proxy:1",
                "u:p@proxy:1",
                "proxy:1/x",
                "pac:",
                "pac:ftp://x/y",
                "socks://p:1"
            })
    void whatIsNoProxyIsNotUnderstood(String written) {
        assertThat(ProxyChoice.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "system",
                "proxy.example.fi:8080",
                "[fd00::1]:3128",
                "pac:https://x.fi/p.pac",
                "pac:file:///etc/p.pac"
            })
    void whatIsWrittenReadsAsItself(String written) {
        assertThat(ProxyChoice.parse(written)).hasToString("Optional[" + written + "]");
    }

    private ProxyTrouble why(URI script) {
        return catchThrowableOfType(ScriptFailed.class, () -> routes.route(script, BACKEND))
                .why();
    }

    private URI onDisk(String text) throws IOException {
        return Files.writeString(folder.resolve("proxy.pac"), text).toUri();
    }
}
