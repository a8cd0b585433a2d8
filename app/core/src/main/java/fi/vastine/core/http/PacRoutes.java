package fi.vastine.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Routes by a script that chooses the proxy: fetched, kept for a while, and asked within a limit of time. Thread safe. */
final class PacRoutes {
    private static final int LONGEST = 1 << 20;

    /**
     * How long things may take.
     *
     * @param fetch to have the script
     * @param answer to ask it
     * @param kept for which a script is good
     * @param spared for which one that failed is not tried again
     */
    record Limits(Duration fetch, Duration answer, Duration kept, Duration spared) {
        static final Limits USUAL = new Limits(
                Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMinutes(30), Duration.ofSeconds(30));
    }

    private final Supplier<OkHttpClient> reader;
    private final Limits limits;

    /** Guarded by this object's monitor. */
    private @Nullable Held held;

    /** A script, or why there is none. */
    private record Held(
            URI from, @Nullable PacScript script, @Nullable ScriptFailed failed, long until) {}

    PacRoutes(Supplier<OkHttpClient> reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** Fetches the script anew when it is next needed. */
    synchronized void forget() {
        held = null;
    }

    /** By which proxies an address is reached; a path or a query is not shown to the script. */
    List<Proxy> route(URI from, URI target) throws ScriptFailed {
        Held now = held(from);
        if (now.script() == null) {
            throw now.failed() == null ? new ScriptFailed(ProxyTrouble.SCRIPT_BROKEN, null) : now.failed();
        }
        try {
            return parse(answer(now.script(), target));
        } catch (ScriptFailed failed) {
            keep(new Held(from, null, failed, after(limits.spared())));
            throw failed;
        }
    }

    private synchronized void keep(Held next) {
        held = next;
    }

    private synchronized Held held(URI from) {
        Held now = held;
        if (now == null || !now.from().equals(from) || System.nanoTime() - now.until() >= 0) {
            now = fetched(from);
            held = now;
        }
        return now;
    }

    private Held fetched(URI from) {
        try {
            var script = new PacScript(text(from));
            return new Held(from, script, null, after(limits.kept()));
        } catch (ScriptFailed failed) {
            return new Held(from, null, failed, after(limits.spared()));
        }
    }

    private static long after(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private String text(URI from) throws ScriptFailed {
        try {
            byte[] bytes = "file".equalsIgnoreCase(from.getScheme()) ? Files.readAllBytes(Path.of(from)) : fetch(from);
            return new String(bytes, UTF_8);
        } catch (InterruptedIOException tooSlow) {
            throw new ScriptFailed(ProxyTrouble.SCRIPT_SLOW, tooSlow);
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new ScriptFailed(ProxyTrouble.SCRIPT_UNREACHABLE, unreachable);
        }
    }

    private byte[] fetch(URI from) throws IOException {
        OkHttpClient client =
                reader.get().newBuilder().callTimeout(limits.fetch()).build();
        Request request = new Request.Builder().url(from.toString()).build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful() || response.body().source().request(LONGEST + 1L)) {
                throw new IOException("No script: " + response.code());
            }
            return response.body().bytes();
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private String answer(PacScript script, URI target) throws ScriptFailed {
        // A script may look names up, which nothing but the end of waiting ends.
        var asked = new FutureTask<>(() -> script.ask(target));
        Thread.ofVirtual().name("pac").start(asked);
        try {
            return asked.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            asked.cancel(true);
            throw new ScriptFailed(ProxyTrouble.SCRIPT_SLOW, tooSlow);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ScriptFailed known
                    ? known
                    : new ScriptFailed(ProxyTrouble.SCRIPT_BROKEN, failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptFailed(ProxyTrouble.SCRIPT_SLOW, e);
        }
    }

    /** What is not spoken here, such as SOCKS, is passed over; an answer of nothing else makes no sense. */
    private static List<Proxy> parse(String answer) throws ScriptFailed {
        var route = new ArrayList<Proxy>();
        for (String each : answer.split(";", -1)) {
            String[] words = each.strip().split("\\s+", 2);
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "DIRECT" -> route.add(Proxy.NO_PROXY);
                case "PROXY", "HTTP" ->
                    Optional.of(words)
                            .filter(pair -> pair.length == 2)
                            .flatMap(pair -> ProxyChoice.parse(pair[1]))
                            .filter(ProxyChoice.Fixed.class::isInstance)
                            .map(ProxyChoice.Fixed.class::cast)
                            .ifPresent(at -> route.add(Network.proxy(at.host(), at.port())));
                default -> {}
            }
        }
        if (route.isEmpty()) {
            throw new ScriptFailed(ProxyTrouble.SCRIPT_BROKEN, null);
        }
        return List.copyOf(route);
    }
}
