package fi.vastine.backend.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id, in OWASP's parameters: 19 MiB, two passes, one lane. Thread-safe.
 *
 * <p>So many are worked on at once as there are processors, so that a rush of sign-ins fills neither the memory nor the
 * machine.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2id;
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys;

    /** As costly as they should be. */
    public Passwords() {
        this(MEMORY_KIB, PASSES);
    }

    /** Of another cost, for tests that are about something else; hashes of any cost are understood. */
    public Passwords(int memoryKib, int passes) {
        this.argon2id = Argon2Function.getInstance(memoryKib, passes, 1, 32, Argon2.ID);
        this.nobodys = hash("the password of nobody");
    }

    /** A hash that holds its own salt and parameters. */
    public String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return Password.hash(normal(password))
                    .addRandomSalt(SALT_BYTES)
                    .with(argon2id)
                    .getResult();
        } finally {
            atOnce.release();
        }
    }

    /** Whether the password is the one hashed; takes as long when there is none to compare with. */
    boolean matches(String password, @Nullable String hash) {
        String compared = hash == null ? nobodys : hash;
        atOnce.acquireUninterruptibly();
        try {
            boolean same =
                    Password.check(normal(password), compared).with(Argon2Function.getInstanceFromHash(compared));
            return same && hash != null;
        } finally {
            atOnce.release();
        }
    }

    /** The same letters are other bytes on other keyboards. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
