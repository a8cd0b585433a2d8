package fi.vastine.desktop.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a second start of the program knocks, so that the first one comes to the front.
 *
 * <p>Listens on loopback only and answers only who knows the word of this start, which is kept where nobody but the user
 * can read it.
 */
public final class FrontDoor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);
    private static final int WORD_BYTES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final byte HEARD = 1;

    private final ServerSocket socket;
    private final byte[] word;
    private final Runnable comeToFront;

    private FrontDoor(ServerSocket socket, byte[] word, Runnable comeToFront) {
        this.socket = socket;
        this.word = word;
        this.comeToFront = comeToFront;
    }

    /**
     * Opens the door.
     *
     * @param comeToFront what a knock does, on the screen's thread
     */
    public static FrontDoor open(Runnable comeToFront) {
        try {
            byte[] word = new byte[WORD_BYTES];
            new SecureRandom().nextBytes(word);
            FrontDoor door = new FrontDoor(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), word, comeToFront);
            Thread.ofPlatform().name("front-door").daemon().start(door::answer);
            return door;
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    /** What a second start needs to know to knock. */
    public String greeting() {
        return socket.getLocalPort() + " " + HexFormat.of().formatHex(word);
    }

    /** Knocks where the greeting says; false when nobody there has heard it. */
    public static boolean knock(String greeting) {
        String[] parts = greeting.strip().split(" ", -1);
        if (parts.length != 2) {
            return false;
        }
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(parts[0]);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(parts[1].getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return socket.getInputStream().read() == HEARD;
        } catch (IOException | IllegalArgumentException nobodyThere) {
            return false;
        }
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket guest = socket.accept()) {
                guest.setSoTimeout((int) PATIENCE.toMillis());
                String said = new String(guest.getInputStream().readNBytes(WORD_BYTES * 2), StandardCharsets.US_ASCII);
                // Compared in the same time however much of it is right.
                if (MessageDigest.isEqual(
                        said.getBytes(StandardCharsets.US_ASCII),
                        HexFormat.of().formatHex(word).getBytes(StandardCharsets.US_ASCII))) {
                    guest.getOutputStream().write(HEARD);
                    Platform.runLater(comeToFront);
                }
            } catch (SocketException closed) {
                log.debug("The front door is closed");
            } catch (IOException unclear) {
                log.debug("A knock was not understood", unclear);
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclean) {
            log.debug("The front door did not close cleanly", unclean);
        }
    }
}
