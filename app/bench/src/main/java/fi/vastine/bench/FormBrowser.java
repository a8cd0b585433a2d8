package fi.vastine.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection over which the same form is posted again and again; as little work as can be, as the backend shares the machine. */
final class FormBrowser implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] request;

    FormBrowser(int port, byte[] form) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        String head = "POST /v1/feedback HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + form.length + "\r\n\r\n";
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(US_ASCII));
        whole.writeBytes(form);
        request = whole.toByteArray();
    }

    /** Posts, and waits for the whole receipt. */
    void post() throws IOException {
        out.write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IllegalStateException("not taken in: " + status);
        }
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(small.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the backend hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
