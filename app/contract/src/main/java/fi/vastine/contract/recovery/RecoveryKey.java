package fi.vastine.contract.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The public half: locks a secret so that only the organisation's administrator can open it.
 *
 * <p>X25519 by DHKEM (RFC 9180) gives a key for one secret alone, which AES-256-GCM locks together with what it belongs to. As
 * that key is used once, its nonce is all zeros.
 *
 * @param text the key as X.509 in base64
 */
public record RecoveryKey(String text) {
    private static final int ID_CHARACTERS = 16;

    /**
     * Takes a key that came from elsewhere.
     *
     * @throws IllegalArgumentException if it is no such key
     */
    public RecoveryKey {
        parse(text);
    }

    /** A short name by which a person can tell two keys apart. */
    public String id() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(parse(text).getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, ID_CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }

    /** Locks a secret; {@code belongsTo} has to be told again to open it. */
    public Locked lock(byte[] secret, String belongsTo) {
        try {
            KEM.Encapsulated once =
                    KEM.getInstance("DHKEM").newEncapsulator(parse(text)).encapsulate(0, 32, "AES");
            byte[] locked =
                    cipher(Cipher.ENCRYPT_MODE, once.key(), belongsTo, id()).doFinal(secret);
            return new Locked(id(), base64(once.encapsulation()), base64(locked));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("DHKEM and AES-GCM are not to be had", e);
        }
    }

    static Cipher cipher(int mode, SecretKey key, String belongsTo, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, new byte[12]));
        cipher.updateAAD(("vastine-recovery-1/" + id + "/" + belongsTo).getBytes(UTF_8));
        return cipher;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static PublicKey parse(String text) {
        try {
            return KeyFactory.getInstance("X25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a recovery key", e);
        }
    }
}
