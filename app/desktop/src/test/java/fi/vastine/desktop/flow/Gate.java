package fi.vastine.desktop.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one laptop and the backend: it can be cut, and something else can answer in the backend's place. */
final class Gate implements AutoCloseable {
    private static final String HOTEL = """
            HTTP/1.1 200 OK\r
            Content-Type: text/html\r
            Connection: close\r
            \r
            <html><body>Tervetuloa vierasverkkoon. Hyväksy käyttöehdot.</body></html>
            """;
    private static final String STRANGER = """
            HTTP/1.1 401 Unauthorized\r
            Content-Type: application/problem+json\r
            Connection: close\r
            \r
            {"type":"about:blank","title":"Unauthorized","status":401,"code":"TOKEN_EXPIRED"}
            """;

    private final ServerSocket door;
    private final int backend;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.OPEN;

    /** What happens to who knocks. */
    enum Mood {
        OPEN,
        CUT,
        /** A hotel's page comes in place of every answer. */
        HOTEL,
        /** The backend knows nobody's sign-in any more. */
        STRANGER
    }

    Gate(int backend) {
        this.backend = backend;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::answer);
    }

    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** From now on; what is under way breaks off. */
    void set(Mood next) {
        mood = next;
        open.forEach(Gate::close);
        open.clear();
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                Socket laptop = door.accept();
                Thread.ofVirtual().start(() -> answer(laptop));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket laptop) {
        open.add(laptop);
        try {
            switch (mood) {
                case OPEN -> join(laptop);
                case CUT -> laptop.close();
                case HOTEL -> say(laptop, HOTEL);
                case STRANGER -> say(laptop, STRANGER);
            }
        } catch (IOException broken) {
            close(laptop);
        }
    }

    private static void say(Socket laptop, String answer) throws IOException {
        try (laptop) {
            // What was asked is taken in first: closing on unread bytes would reach the other side as a broken
            // connection.
            byte[] asked = new byte[1 << 16];
            if (laptop.getInputStream().read(asked) >= 0) {
                laptop.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                laptop.getOutputStream().flush();
                laptop.shutdownOutput();
            }
        }
    }

    private void join(Socket laptop) throws IOException {
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), backend);
        open.add(behind);
        Thread.ofVirtual().start(() -> pour(laptop, behind));
        pour(behind, laptop);
    }

    private static void pour(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Either side may hang up at any time; both are closed then.
            close(from);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set(Mood.CUT);
    }
}
