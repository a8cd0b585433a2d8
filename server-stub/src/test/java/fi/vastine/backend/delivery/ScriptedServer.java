package fi.vastine.backend.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers politely until the step where it is told to break. */
final class ScriptedServer implements AutoCloseable {
    static final String CUT = "cut";
    static final String SILENT = "silent";

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger mails = new AtomicInteger();
    private volatile String step;
    private volatile String answer;

    /**
     * Listens on a free port.
     *
     * @param step the command to break at: {@code MAIL}, {@code RCPT}, {@code DATA}, or {@code .} for the end of a mail
     */
    ScriptedServer(String step, String answer) throws IOException {
        this.step = step;
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails came in whole. */
    int mails() {
        return mails.get();
    }

    void behave() {
        step = "never";
        answer = "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (SocketException e) {
            // Closed: the test is over.
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 ready");
            boolean inMail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inMail && !line.equals(".")) {
                    continue;
                }
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (command.equals(".")) {
                    mails.incrementAndGet();
                }
                if (command.equals(step) && answer.equals(CUT)) {
                    return;
                }
                if (!command.equals(step) || !answer.equals(SILENT)) {
                    say(out, command.equals(step) ? answer : command.equals("DATA") ? "354 go on" : "250 fine");
                }
                inMail = command.equals("DATA") && !command.equals(step);
            }
        } catch (IOException e) {
            // The other side has gone; that is what some tests want.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
