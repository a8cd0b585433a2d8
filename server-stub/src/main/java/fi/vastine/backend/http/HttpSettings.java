package fi.vastine.backend.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

/**
 * Where the backend listens and whom it trusts.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param allowedOrigins web origins, such as {@code https://www.example.fi}, whose pages may post feedback
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param bodyTime how long a request's body may take to arrive
 */
public record HttpSettings(
        String host, int port, Set<String> allowedOrigins, Set<InetAddress> trustedProxies, Duration bodyTime) {
    public HttpSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** A free port on loopback, no web page and no proxy trusted. */
    public static HttpSettings loopback() {
        return new HttpSettings("127.0.0.1", 0, Set.of(), Set.of(), Duration.ofSeconds(20));
    }
}
