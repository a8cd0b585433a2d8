package fi.vastine.core.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Locks text with AES-256-GCM under a random 96-bit nonce, bound to the row it stands in.
 *
 * <p>Sealed form: one byte of version, twelve of nonce, the ciphertext, sixteen of tag. The version and the row's identity are
 * authenticated with it, so a value moved to another row does not open. One key is good for four thousand million values. Thread
 * safe and without locks.
 */
public final class Seal {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int OVERHEAD = 1 + NONCE + TAG;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    /** At rest between two uses. Not one a thread: threads outlive a seal, and would hold its key after a lock. */
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    /** Seals with a 256-bit AES key. */
    public Seal(SecretKey key) {
        this.key = key;
    }

    /** Locks a text for one row; {@code row} names table, column and key, so that no two values share it. */
    public byte[] seal(String row, String text) {
        return seal(row, text.getBytes(UTF_8));
    }

    /** Locks bytes for one row, as {@link #seal(String, String)} does a text. */
    public byte[] seal(String row, byte[] plain) {
        byte[] sealed = new byte[OVERHEAD + plain.length];
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        Cipher cipher = cipher();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(identity(row));
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        } finally {
            ciphers.add(cipher);
        }
    }

    /**
     * Opens what was sealed for the same row.
     *
     * @throws SealBroken if it was changed, cut, sealed for another row or with another key
     */
    public String open(String row, byte[] sealed) {
        return new String(openBytes(row, sealed), UTF_8);
    }

    /**
     * Opens bytes that were sealed for the same row.
     *
     * @throws SealBroken if they were changed, cut, sealed for another row or with another key
     */
    public byte[] openBytes(String row, byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            throw new SealBroken(row, "it is cut short");
        }
        if (sealed[0] != VERSION) {
            throw new SealBroken(row, "its version " + sealed[0] + " is not known");
        }
        Cipher cipher = cipher();
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, Arrays.copyOfRange(sealed, 1, 1 + NONCE)));
            cipher.updateAAD(identity(row));
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new SealBroken(row, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        } finally {
            ciphers.add(cipher);
        }
    }

    private static byte[] identity(String row) {
        byte[] name = row.getBytes(UTF_8);
        byte[] identity = new byte[name.length + 1];
        identity[0] = VERSION;
        System.arraycopy(name, 0, identity, 1, name.length);
        return identity;
    }

    private Cipher cipher() {
        Cipher idle = ciphers.poll();
        if (idle != null) {
            return idle;
        }
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        }
    }
}
