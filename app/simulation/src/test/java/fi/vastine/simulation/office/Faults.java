package fi.vastine.simulation.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.simulation.office.FaultyProxy.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What goes wrong on the way. */
final class Faults {
    private Faults() {}

    /** The backend answers, and so many bytes of it arrive; every other time the connection is reset after them. */
    static Fault answerCutAfter(int bytes) {
        return meeting -> {
            meeting.give(meeting.answered(), 0, bytes);
            if (bytes % 2 == 1) {
                meeting.reset();
            }
        };
    }

    /** So many bytes of the request arrive, and no answer. */
    static Fault requestCutAfter(int bytes) {
        return meeting -> {
            meeting.handedOn(bytes);
            meeting.reset();
        };
    }

    /** So many bytes of the answer arrive, then nothing, on a connection that stays open. */
    static Fault silentAfter(int bytes) {
        return meeting -> {
            meeting.give(meeting.answered(), 0, bytes);
            meeting.keepSilent();
        };
    }

    /** An answer of which something always arrives, and never all. */
    static Fault trickle() {
        return meeting -> {
            meeting.give("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(ISO_8859_1));
            while (true) {
                meeting.give(new byte[] {'z'});
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        };
    }

    /** Something answers in the backend's place. */
    static Fault answers(String answer) {
        return answers(answer.getBytes(UTF_8));
    }

    static Fault answers(byte[] answer) {
        return meeting -> meeting.give(answer);
    }

    /** The backend's answer arrives as something made of it. */
    static Fault changed(UnaryOperator<byte[]> change) {
        return meeting -> meeting.give(change.apply(meeting.answered()));
    }

    /** An answer with a status, headers and a body, whose end is the connection's. */
    static String http(String status, String type, String body, String... headers) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nConnection: close\r\n"
                + String.join(
                        "", Arrays.stream(headers).map(each -> each + "\r\n").toList()) + "\r\n" + body;
    }

    static String problem(String status, String code, String... headers) {
        return http(
                status,
                "application/problem+json",
                "{\"type\":\"x\",\"title\":\"x\",\"status\":" + status.substring(0, 3) + ",\"code\":\"" + code + "\"}",
                headers);
    }

    /** A small packed answer that becomes so many lines of a mebibyte each, or one that never ends. */
    static byte[] bomb(String type, int mebibytes, boolean inLines) {
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(http("200 OK", type, "", "Content-Encoding: gzip").getBytes(ISO_8859_1));
        byte[] piece = "z".repeat(1 << 20).getBytes(ISO_8859_1);
        try (var packed = new GZIPOutputStream(answer)) {
            packed.write("{\"later\":{\"text\":\"".getBytes(ISO_8859_1));
            for (int i = 0; i < mebibytes; i++) {
                packed.write(piece);
                packed.write((inLines ? "\"}}\n{\"later\":{\"text\":\"" : "").getBytes(ISO_8859_1));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return answer.toByteArray();
    }

    /** The same answer as an old proxy hands it on: of HTTP/1.0, its end the connection's. */
    static byte[] asOfHttp10(byte[] answer) {
        String all = new String(answer, ISO_8859_1);
        int end = all.indexOf("\r\n\r\n") + 4;
        String head = all.substring(0, end);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        String body = chunked ? unchunked(all.substring(end)) : all.substring(end);
        return (head.replaceFirst("HTTP/1.1", "HTTP/1.0").replaceFirst("(?i)Transfer-Encoding: chunked\r\n", "") + body)
                .getBytes(ISO_8859_1);
    }

    private static String unchunked(String chunks) {
        var whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) {
                return whole.toString();
            }
            whole.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }
}
