package fi.vastine.core.http;

import fi.vastine.core.sync.Trouble;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Handshake;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a backend shows, for who helps.
 *
 * @param route the proxies in turn, or {@code direct}
 * @param status of the answer; 0 for none
 * @param trouble why there was no answer; absent if there was
 * @param issuer who vouches for the backend; empty where nothing was encrypted or nobody answered
 * @param daysLeft for which its certificate holds
 * @param clockAhead how far this laptop's clock is ahead of the backend's; absent where the backend told no time
 */
public record Glance(
        String route,
        int status,
        Trouble.@Nullable Kind trouble,
        String issuer,
        long daysLeft,
        @Nullable Duration clockAhead) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Looks once, with nobody signed in. Blocks for the network, for ten seconds at most and what a script takes. */
    public static Glance at(URI backend, Network network, InstantSource clock) {
        String route = worded(network.route(backend));
        OkHttpClient client = network.carrier()
                .newBuilder()
                .followRedirects(false)
                .callTimeout(PATIENCE)
                .build();
        Request request = new Request.Builder()
                .url(backend.resolve("/health").toString())
                .header("User-Agent", "Vastine/" + ProgramVersion.OF_THIS)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return of(route, response, clock.instant());
        } catch (IOException none) {
            return new Glance(route, 0, Failures.kind(none), "", 0, null);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static Glance of(String route, Response response, Instant now) {
        String issuer = "";
        long days = 0;
        Handshake handshake = response.handshake();
        if (handshake != null
                && !handshake.peerCertificates().isEmpty()
                && handshake.peerCertificates().getFirst() instanceof X509Certificate proof) {
            issuer = proof.getIssuerX500Principal().getName();
            days = Duration.between(now, proof.getNotAfter().toInstant()).toDays();
        }
        Date told = response.headers().getDate("Date");
        Duration ahead = told == null ? null : Duration.between(told.toInstant(), now);
        return new Glance(route, response.code(), null, issuer, days, ahead);
    }

    private static String worded(List<Proxy> route) {
        return route.stream()
                .map(each -> each.type() == Proxy.Type.DIRECT
                        ? "direct"
                        : each.toString().replace("/<unresolved>", ""))
                .collect(Collectors.joining(", "));
    }
}
