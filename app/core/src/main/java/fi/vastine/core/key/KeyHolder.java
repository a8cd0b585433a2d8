package fi.vastine.core.key;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Keeps named 256-bit keys.
 *
 * <p>A name is lower-case ASCII letters and hyphens. Losing a key loses what it locks, so a key is made only by {@link #create},
 * never in passing. Implementations are thread safe.
 */
public interface KeyHolder {

    /**
     * Makes and keeps a new random key; it survives a power cut once this returns.
     *
     * @throws IllegalStateException if there is one of that name
     * @throws KeyUnreadable if it cannot be kept
     */
    SecretKey create(String name);

    /**
     * Finds a key made earlier.
     *
     * @return empty if there is none of that name
     * @throws KeyUnreadable if there is one but it cannot be had: no rights, damaged, store locked
     */
    Optional<SecretKey> load(String name);

    /**
     * Forgets a key for good; what it locked can never be read again. Does nothing if there is none of that name.
     *
     * @throws KeyUnreadable if it cannot be deleted
     */
    void destroy(String name);
}
