package fi.vastine.core.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * How this laptop reaches a backend: by which proxy, and whose certificates are believed.
 *
 * <p>A change holds for connections made from then on. Thread safe; deciding on a proxy may block for a script, and is done on the
 * thread that connects.
 */
public final class Network {
    private static final String AUTHORIZATION = "Proxy-Authorization";

    private final SystemProxies system;
    private final PacRoutes scripts;
    private final Supplier<Optional<ProxySignIn>> kept;
    private final List<Consumer<Optional<ProxyTrouble>>> listeners = new CopyOnWriteArrayList<>();
    private volatile ProxyChoice choice;
    private volatile String authorities;
    private volatile @Nullable ProxySignIn signIn;
    private volatile boolean looked;
    private volatile @Nullable String asking;
    private volatile @Nullable ProxyTrouble trouble;

    /**
     * Begins with what is set.
     *
     * @param authorities the organisation's own, as {@link AuthorityText} reads them; empty for none
     * @param environment in which the system's proxies may be named
     * @param kept finds what a proxy is to be shown, when one first asks; may block
     */
    public Network(
            ProxyChoice choice,
            String authorities,
            Map<String, String> environment,
            Supplier<Optional<ProxySignIn>> kept) {
        this.choice = choice;
        this.authorities = authorities;
        this.kept = kept;
        this.system = new SystemProxies(environment);
        this.scripts = new PacRoutes(this::scriptReader, PacRoutes.Limits.USUAL);
    }

    /** As the system does, with nobody's authorities added and no sign-in kept. */
    public static Network ofTheSystem() {
        return new Network(ProxyChoice.SYSTEM, "", System.getenv(), Optional::empty);
    }

    /** Chooses anew; what is connected already stays so. */
    public void choose(ProxyChoice next) {
        choice = next;
        scripts.forget();
        tell(null);
    }

    /** How it is chosen now. */
    public ProxyChoice choice() {
        return choice;
    }

    /** Believes others from now on; an exchange under way goes on. */
    public void believe(String others) {
        authorities = others;
    }

    /** Shows this to the proxy it is for, from now on. */
    public void signInWith(ProxySignIn next) {
        looked = true;
        signIn = next;
    }

    /** The proxy that last asked for a sign-in which it was not given; empty while none has. */
    public Optional<String> asking() {
        return Optional.ofNullable(asking);
    }

    /** Told now and whenever a script becomes unusable, or usable again; on a thread that connects. */
    public void onTrouble(Consumer<Optional<ProxyTrouble>> listener) {
        listeners.add(listener);
        listener.accept(Optional.ofNullable(trouble));
    }

    /** By which proxies an address would be reached now, the first one first; straight if that is among them. May block for a script. */
    public List<Proxy> route(URI target) {
        if (isThisMachine(target)) {
            return List.of(Proxy.NO_PROXY);
        }
        return switch (choice) {
            case ProxyChoice.Straight ignored -> List.of(Proxy.NO_PROXY);
            case ProxyChoice.AsSystem ignored -> system.route(target);
            case ProxyChoice.Fixed fixed -> List.of(proxy(fixed.host(), fixed.port()));
            case ProxyChoice.Pac pac -> byScript(pac, target);
        };
    }

    /** A proxy's name is its own to look up, when it is connected to. */
    static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private static boolean isThisMachine(URI target) {
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }

    private List<Proxy> byScript(ProxyChoice.Pac pac, URI target) {
        try {
            List<Proxy> route = scripts.route(pac.script(), target);
            tell(null);
            return route;
        } catch (ScriptFailed failed) {
            tell(failed.why());
            return List.of(Proxy.NO_PROXY);
        }
    }

    private synchronized void tell(@Nullable ProxyTrouble next) {
        if (trouble != next) {
            trouble = next;
            listeners.forEach(each -> each.accept(Optional.ofNullable(next)));
        }
    }

    /** Encrypts as TLS 1.2 or 1.3 do, with whom the authorities vouch for. */
    OkHttpClient carrier() {
        return encrypted()
                .proxySelector(new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI target) {
                        return route(target);
                    }

                    @Override
                    public void connectFailed(URI target, SocketAddress address, IOException why) {
                        // The next one of the route is tried by who connects.
                    }
                })
                .proxyAuthenticator(this::authorised)
                .build();
    }

    /** A script is fetched straight: nothing says by which proxy. */
    private OkHttpClient scriptReader() {
        return encrypted().proxy(Proxy.NO_PROXY).build();
    }

    private OkHttpClient.Builder encrypted() {
        try {
            X509TrustManager trusted = Authorities.trusted(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return new OkHttpClient.Builder()
                    .sslSocketFactory(context.getSocketFactory(), trusted)
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt", e);
        }
    }

    private @Nullable Request authorised(@Nullable Route route, Response response) throws IOException {
        String proxy = route == null || !(route.proxy().address() instanceof InetSocketAddress at)
                ? ""
                : at.getHostString() + ":" + at.getPort();
        boolean asked =
                response.challenges().stream().anyMatch(each -> each.scheme().equals("OkHttp-Preemptive"));
        if (asked) {
            // Nothing is shown to a proxy that has not asked.
            return null;
        }
        ProxySignIn shown = signIn();
        boolean basic =
                response.challenges().stream().anyMatch(each -> each.scheme().equalsIgnoreCase("Basic"));
        boolean again = response.request().header(AUTHORIZATION) != null;
        if (shown == null || !shown.proxy().equals(proxy) || !basic || again) {
            asking = proxy;
            throw new ProxyAsks(proxy);
        }
        return response.request()
                .newBuilder()
                .header(AUTHORIZATION, Credentials.basic(shown.user(), shown.password()))
                .build();
    }

    private @Nullable ProxySignIn signIn() {
        if (!looked) {
            signIn = kept.get().orElse(null);
            looked = true;
        }
        return signIn;
    }
}
