package fi.vastine.core.replica;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.OwnerOnly;
import fi.vastine.core.seal.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One random secret for each value that may have to vanish, in a file of its own: the value's key is made of it and the replica's.
 *
 * <p>A deleted row stays readable in a database's files for long. A secret is overwritten in its place, and then no copy of the row,
 * in whichever page or log it may lie, opens any more. Places are never used again. Thread safe.
 */
final class Secrets implements AutoCloseable {
    static final String FILE = "secrets";

    private static final int BYTES = 32;
    private static final int AT_ONCE = 256;

    private final Path folder;
    private final FileChannel channel;
    private final Mac mac;
    private final SecureRandom random = new SecureRandom();
    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private ByteBuffer ahead = ByteBuffer.allocate(0);
    private long next;

    /** Opens the secrets in a folder, or begins with none. */
    Secrets(Path folder, SecretKey wrapping) {
        this.folder = folder;
        try {
            this.channel = FileChannel.open(folder.resolve(FILE), CREATE, READ, WRITE);
            OwnerOnly.FILE.narrow(folder.resolve(FILE));
            this.next = (channel.size() + BYTES - 1) / BYTES;
            this.mac = Mac.getInstance(wrapping.getAlgorithm());
            mac.init(wrapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had", e);
        }
    }

    /** A fresh secret's place, and the seal made of it. */
    record Drawn(long place, Seal seal) {}

    /** Makes a secret; it is in the file after {@link #write}. */
    synchronized Drawn draw() {
        byte[] secret = new byte[BYTES];
        if (!ahead.hasRemaining()) {
            byte[] more = new byte[BYTES * AT_ONCE];
            random.nextBytes(more);
            ahead = ByteBuffer.wrap(more);
        }
        ahead.get(secret);
        drawn.writeBytes(secret);
        return new Drawn(next++, sealOf(secret));
    }

    /** Puts what was drawn into the file. */
    synchronized void write() {
        try {
            if (drawn.size() > 0) {
                ByteBuffer bytes = ByteBuffer.wrap(drawn.toByteArray());
                put(bytes, next * BYTES - bytes.remaining());
                drawn.reset();
            }
        } catch (IOException e) {
            throw new DiskFull(folder, e);
        }
    }

    /** Returns when all that was put into the file is on disk. */
    synchronized void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new DiskFull(folder, e);
        }
    }

    /** Overwrites secrets; it is on disk when this returns. Doing so twice does no harm. */
    synchronized void destroy(Collection<Long> places) {
        try {
            for (long place : places) {
                put(ByteBuffer.allocate(BYTES), place * BYTES);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the value with the secret in this place is sealed with; the seal opens nothing once the secret is destroyed. */
    synchronized Seal seal(long place) {
        try {
            return sealOf(secret(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seal sealOf(byte[] secret) {
        return new Seal(new SecretKeySpec(mac.doFinal(secret), "AES"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] secret(long place) throws IOException {
        if (place >= next - drawn.size() / BYTES) {
            write();
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, place * BYTES + bytes.position());
        }
        return bytes.array();
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel.write(bytes, place);
        }
    }
}
