package fi.vastine.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection over which the same form is posted again and again, one at a time; not thread safe. */
final class Browser {
    private static final String HEAD_END = "\r\n\r\n";
    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(8192);

    private Browser(SocketChannel channel, ByteBuffer request) {
        this.channel = channel;
        this.request = request;
    }

    static Browser connect(InetSocketAddress backend, byte[] form, Selector selector) throws IOException {
        byte[] head = ("POST /v1/feedback HTTP/1.1\r\nHost: 127.0.0.1:" + backend.getPort()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + form.length + HEAD_END)
                .getBytes(US_ASCII);
        SocketChannel channel = SocketChannel.open(backend);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var browser = new Browser(
                channel,
                ByteBuffer.allocate(head.length + form.length).put(head).put(form));
        channel.register(selector, SelectionKey.OP_READ, browser);
        return browser;
    }

    void post() throws IOException {
        request.flip();
        while (request.hasRemaining()) {
            channel.write(request);
        }
        answer.clear();
    }

    /** Takes in what has come; true once the whole receipt has. */
    boolean hasReceipt() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("the backend hung up");
        }
        String come = new String(answer.array(), 0, answer.position(), ISO_8859_1);
        int headEnd = come.indexOf(HEAD_END);
        if (headEnd < 0) {
            return false;
        }
        if (!come.startsWith("HTTP/1.1 201")) {
            throw new IllegalStateException("not taken in: " + come.lines().findFirst());
        }
        return answer.position() >= headEnd + HEAD_END.length() + length(come.substring(0, headEnd));
    }

    private static int length(String head) {
        String small = head.toLowerCase(Locale.ROOT);
        int begin = small.indexOf(LENGTH) + LENGTH.length();
        int end = small.indexOf('\r', begin);
        return Integer.parseInt(
                small.substring(begin, end < 0 ? small.length() : end).strip());
    }
}
