package fi.vastine.core.key;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's own store for secrets, opened by the person's signing in to the computer.
 *
 * <p>Reached anew for each call, some tenths of a second on Linux: a connection held for a day would outlive the store's own
 * restarts, and secrets are asked for at the start and at unlocking only.
 */
public final class SystemKeyStore implements KeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyStore.class);
    private static final String SERVICE = "fi.vastine";

    private @Nullable Kind kind;

    /** Which store this computer has; the first call looks for it, a second or so on Linux. */
    @Override
    public synchronized Kind kind() {
        Kind known = kind;
        if (known == null) {
            known = look();
            kind = known;
        }
        return known;
    }

    @SuppressWarnings("try") // its close is declared to throw anything
    private static Kind look() {
        try (Keyring keyring = Keyring.create()) {
            return switch (keyring.getKeyringStorageType()) {
                case WINDOWS_CREDENTIAL_STORE -> Kind.WINDOWS;
                case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> Kind.MACOS;
                case GNOME_KEYRING, KWALLET -> Kind.SECRET_SERVICE;
            };
        } catch (BackendNotSupportedException none) {
            LOG.info("This computer has no key store that answers");
            return Kind.NONE;
        } catch (Exception | LinkageError unusable) {
            // A native part that does not load is no reason not to start.
            LOG.warn("The key store of this computer cannot be used", unusable);
            return Kind.NONE;
        }
    }

    @Override
    public synchronized Optional<String> find(String name) {
        return with("found", name, keyring -> {
            try {
                return Optional.of(keyring.getPassword(SERVICE, name));
            } catch (PasswordAccessException none) {
                // The library has one word for "there is none" and for "not opened". A store that takes a secret and
                // gives it back is open: then there is none.
                String probe = name + " probe";
                keyring.setPassword(SERVICE, probe, name);
                keyring.getPassword(SERVICE, probe);
                keyring.deletePassword(SERVICE, probe);
                return Optional.empty();
            }
        });
    }

    @Override
    public synchronized void keep(String name, String secret) {
        with("kept", name, keyring -> {
            keyring.setPassword(SERVICE, name, secret);
            return Optional.empty();
        });
    }

    @Override
    public synchronized void forget(String name) {
        if (find(name).isPresent()) {
            with("forgotten", name, keyring -> {
                keyring.deletePassword(SERVICE, name);
                return Optional.empty();
            });
        }
    }

    private interface Work {
        Optional<String> on(Keyring keyring) throws PasswordAccessException;
    }

    @SuppressWarnings("try") // as above
    private static Optional<String> with(String done, String name, Work work) {
        try (Keyring keyring = Keyring.create()) {
            return work.on(keyring);
        } catch (Exception e) {
            throw new KeyStoreSilent("The secret \"" + name + "\" cannot be " + done + " in the key store", e);
        }
    }
}
