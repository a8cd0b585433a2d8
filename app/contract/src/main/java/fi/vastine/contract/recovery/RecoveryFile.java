package fi.vastine.contract.recovery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import javax.crypto.SecretKey;

/**
 * The private half, as the file that an administrator keeps offline: a line of version, the public half, the private one.
 *
 * <p>Opens every outbox of the organisation whose laptop is at hand, so it never lies on a laptop or a server.
 */
public final class RecoveryFile {
    private static final String VERSION = "vastine-recovery-file-1";

    private final RecoveryKey publicHalf;
    private final PrivateKey privateHalf;

    private RecoveryFile(RecoveryKey publicHalf, PrivateKey privateHalf) {
        this.publicHalf = publicHalf;
        this.privateHalf = privateHalf;
    }

    /** A new pair. */
    public static RecoveryFile generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            return new RecoveryFile(
                    new RecoveryKey(RecoveryKey.base64(pair.getPublic().getEncoded())), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is not to be had", e);
        }
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static RecoveryFile parse(String text) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        if (lines.size() != 3 || !lines.getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("Not a recovery file");
        }
        try {
            PrivateKey half = KeyFactory.getInstance("X25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(2))));
            return new RecoveryFile(new RecoveryKey(lines.get(1)), half);
        } catch (GeneralSecurityException e) {
            // Its message may quote the key.
            throw new IllegalArgumentException("Not a recovery file");
        }
    }

    /** The half that may be known to all. */
    public RecoveryKey publicHalf() {
        return publicHalf;
    }

    /** What the file holds. */
    public String text() {
        return VERSION + "\n" + publicHalf.text() + "\n" + RecoveryKey.base64(privateHalf.getEncoded()) + "\n";
    }

    /**
     * Opens what was locked with the public half.
     *
     * @throws IllegalArgumentException if it was locked with another key, belongs elsewhere, or was changed
     */
    public byte[] open(Locked locked, String belongsTo) {
        try {
            SecretKey once = KEM.getInstance("DHKEM")
                    .newDecapsulator(privateHalf)
                    .decapsulate(Base64.getDecoder().decode(locked.encapsulation()), 0, 32, "AES");
            return RecoveryKey.cipher(Cipher.DECRYPT_MODE, once, belongsTo, publicHalf.id())
                    .doFinal(Base64.getDecoder().decode(locked.secret()));
        } catch (AEADBadTagException | DecapsulateException e) {
            throw new IllegalArgumentException("Locked with another key than that of this file", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("DHKEM and AES-GCM are not to be had", e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryFile " + publicHalf.id();
    }
}
