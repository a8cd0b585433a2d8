package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fi.vastine.core.key.KeyFile.Opening;
import fi.vastine.core.seal.Seal;
import fi.vastine.core.seal.SealBroken;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Wraps keys by keys with AES-256-GCM, each bound to the file it stands in, what it is, and how it is opened. */
record Wrapping(String fileId) {
    private static final int KEY_BYTES = 32;

    static SecretKey random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    String wrapNamed(SecretKey master, String name, SecretKey key) {
        return wrap(master, "key/" + name, key);
    }

    SecretKey unwrapNamed(SecretKey master, String name, String wrapped) {
        return unwrap(master, "key/" + name, wrapped);
    }

    Opening close(Guard guard, @Nullable Stretch stretch, SecretKey by, SecretKey master) {
        return new Opening(guard, stretch, wrap(by, place(guard, stretch), master));
    }

    /**
     * The master key.
     *
     * @throws SealBroken if {@code by} is not what closed it, or anything was changed
     */
    SecretKey open(Opening opening, SecretKey by) {
        return unwrap(by, place(opening.guard(), opening.stretch()), opening.master());
    }

    /**
     * What the key store and something typed make together: neither is of use without the other.
     *
     * @param use what was typed, so that one cannot be put in the place of another
     */
    static SecretKey both(SecretKey kept, byte[] typed, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(kept)
                                    .addSalt(typed)
                                    .thenExpand(("vastine " + use + " 1").getBytes(US_ASCII), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not to be had", e);
        }
    }

    static String hex(SecretKey key) {
        return HexFormat.of().formatHex(key.getEncoded());
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** A key as {@link #hex} gave it; broken is what is no such thing. */
    static SecretKey key(String place, String hex) {
        if (!hex.matches("[0-9a-f]{" + 2 * KEY_BYTES + "}")) {
            throw new KeyUnreadable("The key \"" + place + "\" is damaged");
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }

    private String place(Guard guard, @Nullable Stretch stretch) {
        return "opening/" + guard + (stretch == null ? "" : "/" + stretch.told());
    }

    private String wrap(SecretKey by, String place, SecretKey key) {
        return Base64.getEncoder().encodeToString(new Seal(by).seal(identity(place), hex(key)));
    }

    private SecretKey unwrap(SecretKey by, String place, String wrapped) {
        try {
            byte[] sealed = Base64.getDecoder().decode(wrapped);
            return key(place, new Seal(by).open(identity(place), sealed));
        } catch (IllegalArgumentException notBase64) {
            throw new KeyUnreadable("The key \"" + place + "\" is damaged", notBase64);
        }
    }

    private String identity(String place) {
        return "vastine-keys-" + KeyFile.VERSION + "/" + fileId + "/" + place;
    }
}
