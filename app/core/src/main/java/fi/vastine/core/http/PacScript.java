package fi.vastine.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.SerializableCallable;

/**
 * A script that says by which proxy an address is reached, as browsers know it ({@code FindProxyForURL}).
 *
 * <p>It sees nothing of this program or of Java: only its own words, and the names and addresses it asks for. It ends when its thread
 * is interrupted. Thread safe.
 */
final class PacScript {
    private static final int STEPS_BETWEEN_LOOKS = 10_000;
    private static final int DEEPEST = 200;
    private static final String WORDS = words();

    private static final ContextFactory FACTORY = new ContextFactory() {
        @Override
        protected Context makeContext() {
            Context context = super.makeContext();
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setMaximumInterpreterStackDepth(DEEPEST);
            context.setInstructionObserverThreshold(STEPS_BETWEEN_LOOKS);
            context.setClassShutter(name -> false);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int steps) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Ended();
            }
        }
    };

    private final String text;

    PacScript(String text) {
        this.text = text;
    }

    /** No exception: a script could catch it. */
    private static final class Ended extends Error {}

    /** What the script answers for an address, as it is. */
    String ask(URI target) throws ScriptFailed {
        try (Context context = FACTORY.enterContext()) {
            ScriptableObject scope = context.initSafeStandardObjects();
            offer(scope, "dnsResolve", (cx, of, self, asked) -> resolved(first(asked)));
            offer(scope, "myIpAddress", (cx, of, self, asked) -> ownAddress());
            context.evaluateString(scope, WORDS, "pac", 1, null);
            context.evaluateString(scope, text, "script", 1, null);
            if (!(scope.get("FindProxyForURL", scope) instanceof Callable find)) {
                throw new ScriptFailed(ProxyTrouble.SCRIPT_BROKEN, null);
            }
            // A path may name a case: browsers do not show it either.
            Object[] asked = {target.getScheme() + "://" + target.getHost() + "/", target.getHost()};
            return Context.toString(find.call(context, scope, scope, asked));
        } catch (RhinoException | IllegalStateException broken) {
            throw new ScriptFailed(ProxyTrouble.SCRIPT_BROKEN, broken);
        } catch (Ended | StackOverflowError endless) {
            throw new ScriptFailed(ProxyTrouble.SCRIPT_SLOW, endless);
        }
    }

    private static void offer(Scriptable scope, String name, SerializableCallable does) {
        ScriptableObject.putProperty(scope, name, new LambdaFunction(scope, name, 1, does));
    }

    private static String first(Object[] asked) {
        return asked.length == 0 ? "" : Context.toString(asked[0]);
    }

    private static Object resolved(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .<Object>map(InetAddress::getHostAddress)
                    .orElse(false);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The address from which a packet to the world would leave; none is sent. */
    private static String ownAddress() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 9));
            return socket.getLocalAddress().getHostAddress();
        } catch (SocketException | UnknownHostException | UncheckedIOException noNetwork) {
            return "127.0.0.1";
        }
    }

    private static String words() {
        try (InputStream stream = Objects.requireNonNull(PacScript.class.getResourceAsStream("pac.js"))) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
