package fi.vastine.core.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one store, derived from its master key by HKDF-SHA-256 (RFC 5869).
 *
 * <p>One key for the seal, one key and one vector for the database's own encryption: a weakness of the database's cipher tells
 * nothing of the seal. The vector is the same for the life of a master key, as the database wants it.
 */
public record StoreKeys(SecretKey master) {

    public Seal seal() {
        return new Seal(new SecretKeySpec(derive("seal", 32), "AES"));
    }

    /** What keys of single values are made with, each together with a secret of its own. */
    public SecretKey wrapping() {
        return new SecretKeySpec(derive("secrets", 32), "HmacSHA256");
    }

    /** The database's 256-bit key in hexadecimal. */
    public String databaseKey() {
        return HexFormat.of().formatHex(derive("database key", 32));
    }

    /** The database's 128-bit initial vector in hexadecimal. */
    public String databaseVector() {
        return HexFormat.of().formatHex(derive("database vector", 16));
    }

    private byte[] derive(String purpose, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(purpose.getBytes(US_ASCII), bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not to be had", e);
        }
    }
}
