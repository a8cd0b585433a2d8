package fi.vastine.backend.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which client a request comes from, to count by.
 *
 * <p>What a proxy says of the client is believed only from the proxies that are configured. An IPv6 client has its whole
 * /64 to choose addresses from, so that counts as one. Thread-safe.
 */
public final class ClientAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.\\[\\]%]+");

    private final Set<InetAddress> trustedProxies;

    public ClientAddress(Set<InetAddress> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    /** A key that is the same for requests of one client; for memory only, never for a log. */
    public String of(Context request) {
        return of(request.req().getRemoteAddr(), Routes.header(request, "X-Forwarded-For"));
    }

    String of(String peer, @Nullable String forwardedFor) {
        InetAddress client = literal(peer);
        if (forwardedFor == null || client == null || !trustedProxies.contains(client)) {
            return client == null ? peer : key(client);
        }
        // Each proxy adds whom it heard from at the end; the first from there that is no proxy of ours is the client.
        for (String hop : List.of(forwardedFor.split(",")).reversed()) {
            InetAddress said = literal(hop.strip());
            if (said == null) {
                break;
            }
            client = said;
            if (!trustedProxies.contains(said)) {
                break;
            }
        }
        return key(client);
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "::/64"
                : address.getHostAddress();
    }

    /** Null for what is not an address written out: names are never looked up. */
    private static @Nullable InetAddress literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text.replace("[", "").replace("]", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
