package fi.vastine.core.key;

import static java.util.Objects.requireNonNull;

import fi.vastine.contract.recovery.Locked;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped keys as they are written, {@code keys.json}.
 *
 * <p>One random master key wraps all named keys; what {@link Opening} holds wraps the master key. So a passphrase is changed
 * without touching what the named keys lock.
 *
 * <p>What was edited so that a part is missing cannot be made.
 *
 * @param id random, the same for the life of the file; part of every wrapping, and the name in the key store
 * @param check opened by key store and sign-in password together: tells who unlocks the screen without a network
 * @param pin opened by key store and PIN together; absent while none is chosen
 * @param keys each named key, wrapped by the master key, in base64
 * @param recovery the outbox's key, locked for the organisation; absent until it has told its key
 */
record KeyFile(
        int version,
        String id,
        Opening opening,
        @Nullable Opening check,
        @Nullable Opening pin,
        Map<String, String> keys,
        @Nullable Locked recovery) {
    static final int VERSION = 1;
    static final String NAME = "keys.json";

    KeyFile {
        requireNonNull(id);
        requireNonNull(opening);
        if (check != null) {
            requireNonNull(check.stretch());
        }
        if (pin != null) {
            requireNonNull(pin.stretch());
        }
        keys = Map.copyOf(keys);
    }

    /**
     * One way to the master key.
     *
     * @param stretch absent where nothing is typed
     * @param master the master key, wrapped, in base64
     */
    record Opening(Guard guard, @Nullable Stretch stretch, String master) {
        Opening {
            requireNonNull(guard);
            requireNonNull(master);
            if (guard == Guard.PASSPHRASE) {
                requireNonNull(stretch);
            }
        }
    }

    KeyFile with(Map<String, String> other) {
        return new KeyFile(version, id, opening, check, pin, other, recovery);
    }

    /** Guarded otherwise: what was known together with the guard before it is of no use any more. */
    KeyFile guardedBy(Opening other) {
        return new KeyFile(version, id, other, null, null, keys, recovery);
    }

    KeyFile checkedBy(Opening other) {
        return new KeyFile(version, id, opening, other, pin, keys, recovery);
    }

    KeyFile withPin(@Nullable Opening other) {
        return new KeyFile(version, id, opening, check, other, keys, recovery);
    }

    KeyFile with(Locked other) {
        return new KeyFile(version, id, opening, check, pin, keys, other);
    }
}
