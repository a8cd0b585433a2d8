package fi.vastine.core.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a backend is reached: straight, by one proxy, or by what somebody else knows.
 *
 * <p>Written as {@code none}, {@code system}, {@code proxy.example.fi:8080} or {@code pac:https://example.fi/proxy.pac}; a name and
 * a password are never a part of it.
 */
public sealed interface ProxyChoice {

    ProxyChoice NONE = new Straight();
    ProxyChoice SYSTEM = new AsSystem();

    /** Without a proxy. */
    record Straight() implements ProxyChoice {
        @Override
        public String toString() {
            return "none";
        }
    }

    /** As other programs of this computer do. */
    record AsSystem() implements ProxyChoice {
        @Override
        public String toString() {
            return "system";
        }
    }

    /** By one proxy for everything, spoken to in HTTP. */
    record Fixed(String host, int port) implements ProxyChoice {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** By what a script says, which lies at an address or in a file. */
    record Pac(URI script) implements ProxyChoice {
        private static final Set<String> SCHEMES = Set.of("http", "https", "file");

        @Override
        public String toString() {
            return "pac:" + script;
        }
    }

    /** Reads what was written; empty if it cannot be understood. */
    static Optional<ProxyChoice> parse(String written) {
        String text = written.strip();
        return switch (text) {
            case "none" -> Optional.of(NONE);
            case "system" -> Optional.of(SYSTEM);
            default -> text.startsWith("pac:") ? pac(text.substring("pac:".length())) : fixed(text);
        };
    }

    private static Optional<ProxyChoice> pac(String where) {
        try {
            URI script = new URI(where.startsWith("/") ? "file://" + where : where);
            String scheme = script.getScheme() == null ? "" : script.getScheme().toLowerCase(Locale.ROOT);
            boolean reachable = scheme.equals("file") ? script.getPath() != null : script.getHost() != null;
            return Pac.SCHEMES.contains(scheme) && reachable && script.getUserInfo() == null
                    ? Optional.of(new Pac(script))
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<ProxyChoice> fixed(String text) {
        try {
            URI at = new URI(text.contains("://") ? text : "http://" + text);
            boolean bare = at.getUserInfo() == null
                    && at.getQuery() == null
                    && (at.getPath().isEmpty() || at.getPath().equals("/"));
            boolean whole = at.getHost() != null && at.getPort() > 0 && at.getPort() <= 0xFFFF;
            return bare && whole && at.getScheme().equalsIgnoreCase("http")
                    ? Optional.of(new Fixed(at.getHost(), at.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
