package fi.vastine.core.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where the backend is: {@code https}, or plain {@code http} on this machine itself. */
public record ServerAddress(URI uri) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ServerAddress {
        if (!isAllowed(uri)) {
            throw new IllegalArgumentException("Not the address of a backend: " + uri);
        }
    }

    /** Reads what a person typed, with or without {@code https://}; empty if it cannot be an address. */
    public static Optional<ServerAddress> parse(String typed) {
        String text = typed.strip();
        try {
            var uri = new URI(text.contains("://") ? text : "https://" + text);
            return isAllowed(uri) ? Optional.of(new ServerAddress(uri)) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        return host != null
                && uri.getUserInfo() == null
                && (scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host)));
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
