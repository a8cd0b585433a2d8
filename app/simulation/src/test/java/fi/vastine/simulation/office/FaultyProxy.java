package fi.vastine.simulation.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fi.vastine.core.session.ServerAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Stands between laptops and the backend, with real sockets, and lets through what it is not told to spoil. */
final class FaultyProxy implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");
    private static final String NEWS = "/v1/changes/wait";
    private static final long PATIENCE_SECONDS = 60;

    private final ServerSocket server;
    private final int backend;
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
    private final AtomicLong heard = new AtomicLong();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<String, List<Meeting>> met = new HashMap<>();
    private volatile @Nullable SSLContext proof;
    private volatile boolean plain;
    private @Nullable Fault inTheWay;
    private int letThrough;

    /** What becomes of one request. */
    interface Fault {
        void meet(Meeting meeting) throws IOException;
    }

    FaultyProxy(int backend) {
        try {
            this.backend = backend;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Encrypts from now on, and proves who it is with this; null for no encryption. */
    FaultyProxy proving(@Nullable SSLContext context) {
        proof = context;
        return this;
    }

    ServerAddress address() {
        String scheme = proof == null ? "http" : "https";
        return new ServerAddress(URI.create(scheme + "://127.0.0.1:" + server.getLocalPort()));
    }

    /** How many bytes it has been told, decrypted. */
    long heard() {
        return heard.get();
    }

    /** Answers come unpacked from now on. */
    void unpacked() {
        plain = true;
    }

    /** The next requests for a path fare so, one after the other. */
    synchronized void next(String path, Fault... wrong) {
        faults.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(wrong));
    }

    /** Every request fares so from now on; null to end that. Whatever was let through before is over, but for the wait for news. */
    synchronized void inTheWay(@Nullable Fault fault) {
        inTheWay = fault;
        await(() -> letThrough == 0, () -> letThrough + " requests do not end");
    }

    /** Requests for a path that are over and done with. */
    synchronized List<Meeting> met(String path) {
        return List.copyOf(met.getOrDefault(path, List.of()));
    }

    /** Waits until so many requests for a path are over. */
    synchronized void awaitMet(String path, int requests) {
        await(
                () -> met(path).size() >= requests,
                () -> "Only " + met(path).size() + " of " + requests + " for " + path);
    }

    private synchronized void await(BooleanSupplier holds, Supplier<String> otherwise) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise.get());
            }
            try {
                wait(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** A request, and where its answer goes. */
    static final class Meeting {
        final String path;
        private final byte[] request;
        private final int backend;
        private final Socket client;
        private final Map<Socket, Boolean> open;
        byte[] answer = new byte[0];

        private Meeting(String path, byte[] request, int backend, Socket client, Map<Socket, Boolean> open) {
            this.path = path;
            this.request = request;
            this.backend = backend;
            this.client = client;
            this.open = open;
        }

        String request() {
            return new String(request, ISO_8859_1);
        }

        /** Hands the request on, and gives the whole answer as it came. */
        byte[] answered() throws IOException {
            return handedOn(request.length);
        }

        /** Hands on so much of the request and then hangs up; gives what was answered to that. */
        byte[] handedOn(int bytes) throws IOException {
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), backend)) {
                open.put(there, true);
                there.getOutputStream().write(request, 0, Math.min(bytes, request.length));
                there.getOutputStream().flush();
                if (bytes < request.length) {
                    there.shutdownOutput();
                }
                answer = there.getInputStream().readAllBytes();
                open.remove(there);
                return answer;
            }
        }

        void give(byte[] bytes, int from, int to) throws IOException {
            OutputStream out = client.getOutputStream();
            out.write(bytes, from, Math.min(to, bytes.length) - from);
            out.flush();
        }

        void give(byte[] bytes) throws IOException {
            give(bytes, 0, bytes.length);
        }

        /** Ends the connection with no good-bye. */
        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        /** Says nothing more until the laptop has hung up. */
        void keepSilent() throws IOException {
            while (client.getInputStream().read() >= 0) {
                // Nothing it says gets an answer.
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.put(client, true);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = encrypted(accepted)) {
            byte[] request = request(client.getInputStream());
            if (request.length > 0) {
                meet(request, client);
            }
        } catch (IOException e) {
            // The laptop, the backend or a fault has hung up.
        } finally {
            open.remove(accepted);
        }
    }

    private Socket encrypted(Socket accepted) throws IOException {
        SSLContext context = proof;
        if (context == null) {
            return accepted;
        }
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(accepted, null, accepted.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    private void meet(byte[] request, Socket client) throws IOException {
        String head = new String(request, ISO_8859_1);
        String path = head.substring(head.indexOf(' ') + 1).split("[ ?]", 2)[0];
        var meeting = new Meeting(path, request, backend, client, open);
        Fault fault = faultOf(meeting);
        try {
            if (fault == null) {
                meeting.give(meeting.answered());
            } else {
                fault.meet(meeting);
            }
        } finally {
            over(meeting, fault);
        }
    }

    private synchronized @Nullable Fault faultOf(Meeting meeting) {
        Fault fault = inTheWay == null
                ? faults.getOrDefault(meeting.path, new ArrayDeque<>()).poll()
                : inTheWay;
        letThrough += isCounted(meeting, fault) ? 1 : 0;
        return fault;
    }

    private static boolean isCounted(Meeting meeting, @Nullable Fault fault) {
        return fault == null && !meeting.path.equals(NEWS);
    }

    private synchronized void over(Meeting meeting, @Nullable Fault fault) {
        letThrough -= isCounted(meeting, fault) ? 1 : 0;
        met.computeIfAbsent(meeting.path, key -> new ArrayList<>()).add(meeting);
        notifyAll();
    }

    /** One request, changed so that each has a connection of its own. */
    private byte[] request(InputStream in) throws IOException {
        var taken = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            heard.incrementAndGet();
            taken.write(next);
            head = next == '\n' ? taken.toString(ISO_8859_1) : "";
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        heard.addAndGet(body.length);
        String changed = head.replaceFirst("(?i)Connection: keep-alive", "Connection: close");
        var whole = new ByteArrayOutputStream();
        whole.writeBytes((plain ? changed.replaceFirst("Accept-Encoding: gzip", "Accept-Encoding: identity") : changed)
                .getBytes(ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    /** Ends every connection there is. */
    void hangUp() {
        try {
            for (Socket each : open.keySet()) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }
}
