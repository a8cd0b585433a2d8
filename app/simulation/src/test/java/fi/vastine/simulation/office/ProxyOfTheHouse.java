package fi.vastine.simulation.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An office's HTTP proxy on this machine: carries {@code CONNECT} on to one place, whatever name is asked for, as only it knows names. */
final class ProxyOfTheHouse implements AutoCloseable {
    private final ServerSocket server;
    private final int to;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable String wanted;
    private volatile String scheme = "Basic";
    private volatile @Nullable String page;

    ProxyOfTheHouse(int to) {
        try {
            this.to = to;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Carries on from now on only what shows this. */
    ProxyOfTheHouse wanting(String user, String password) {
        wanted = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(ISO_8859_1));
        return this;
    }

    /** Asks for a sign-in of another kind. */
    ProxyOfTheHouse speaking(String other) {
        scheme = other;
        return this;
    }

    /** Answers with a page of its own from now on, in the place of carrying on; null to end that. */
    void showing(@Nullable String status) {
        page = status;
    }

    /** The first line of each request, and what it showed. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted) {
            while (answer(client)) {
                // A client that was asked for a sign-in may show it on the same connection.
            }
        } catch (IOException e) {
            // One of the two has hung up.
        }
    }

    private boolean answer(Socket client) throws IOException {
        String head = head(client.getInputStream());
        if (head.isEmpty()) {
            return false;
        }
        String shown = head.lines()
                .filter(each -> each.regionMatches(true, 0, "Proxy-Authorization: ", 0, 21))
                .map(each -> each.substring(21))
                .findFirst()
                .orElse("");
        asked.add(head.lines().findFirst().orElse("") + " " + shown);
        OutputStream out = client.getOutputStream();
        String status = page;
        if (status != null) {
            out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
                    .getBytes(ISO_8859_1));
            return false;
        }
        String right = wanted;
        if (right != null && !right.equals(shown)) {
            out.write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: " + scheme
                            + " realm=\"talo\"\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(ISO_8859_1));
            return true;
        }
        carryOn(client, out);
        return false;
    }

    private void carryOn(Socket client, OutputStream out) throws IOException {
        try (Socket there = new Socket(InetAddress.getLoopbackAddress(), to)) {
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
            Thread.ofVirtual().start(() -> {
                try {
                    there.getInputStream().transferTo(out);
                    client.shutdownOutput();
                } catch (IOException e) {
                    // One of the two has hung up.
                }
            });
            client.getInputStream().transferTo(there.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
