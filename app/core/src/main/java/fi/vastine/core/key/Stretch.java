package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * How a passphrase is made costly to guess: Argon2id, in OWASP's parameters of 46 MiB, one pass, one lane.
 *
 * <p>Kept beside what it opens, so that later versions may ask for more.
 *
 * @param salt 16 random bytes in hexadecimal
 */
record Stretch(String salt, int kibibytes, int passes, int lanes) {
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int LEAST_KIBIBYTES = 19_456;
    private static final int MOST_KIBIBYTES = 1 << 20;
    private static final int MOST_PASSES = 16;

    /** With a salt of its own. */
    static Stretch anew(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Stretch(HexFormat.of().formatHex(salt), 47_104, 1, 1);
    }

    /**
     * The key that a passphrase stands for; takes some tenths of a second.
     *
     * @throws KeyUnreadable if the parameters are none that this program ever wrote: a file that asks for the machine's whole
     *     memory, or for next to no work
     */
    byte[] key(Passphrase passphrase) {
        boolean sane = kibibytes >= LEAST_KIBIBYTES
                && kibibytes <= MOST_KIBIBYTES
                && passes >= 1
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_PASSES
                && salt.matches("[0-9a-f]{" + 2 * SALT_BYTES + "}");
        if (!sane) {
            throw new KeyUnreadable("The parameters of the passphrase are damaged");
        }
        return Argon2Function.getInstance(
                        kibibytes, passes, lanes, KEY_BYTES, Argon2.ID, Argon2Function.ARGON2_VERSION_13)
                .hash(passphrase.text().getBytes(UTF_8), HexFormat.of().parseHex(salt))
                .getBytes();
    }

    /** The parameters in a line, to be authenticated with what they open. */
    String told() {
        return "argon2id/" + kibibytes + "/" + passes + "/" + lanes + "/" + salt;
    }
}
