package fi.vastine.contract.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fi.vastine.contract.id.DeviceId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * An administrator's order that one laptop destroys all it holds; nothing else makes a laptop do so.
 *
 * @param device the only one it is for
 * @param at when the device was blocked
 * @param signature by the organisation's key (Ed25519), in Base64
 */
public record WipeOrder(DeviceId device, Instant at, String signature) {
    private static final String ALGORITHM = "Ed25519";

    /** Signs an order. */
    public static WipeOrder signed(DeviceId device, Instant at, PrivateKey key) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(statement(device, at));
            return new WipeOrder(device, at, Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not to be had", e);
        }
    }

    /**
     * Whether the owner of a key has signed just this order.
     *
     * @param publicKey as X.509 has it, in Base64; one that is none has signed nothing
     */
    public boolean isSignedBy(String publicKey) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(key);
            checking.update(statement(device, at));
            return checking.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] statement(DeviceId device, Instant at) {
        return ("vastine wipes " + device + " blocked " + at).getBytes(US_ASCII);
    }
}
