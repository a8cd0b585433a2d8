package fi.vastine.core.key;

import static java.util.Objects.requireNonNull;

import fi.vastine.contract.recovery.RecoveryKey;
import fi.vastine.core.seal.SealBroken;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The keys of one profile, opened; each change is on disk when its method returns. Thread safe. */
public final class GuardedKeys implements KeyHolder, AutoCloseable {
    private static final String OUTBOX = "outbox";

    private final KeyFolder folder;

    /** Guarded by this object's monitor. */
    private KeyFile file;

    /** Guarded by this object's monitor; absent once closed. */
    private @Nullable SecretKey master;

    GuardedKeys(KeyFolder folder, KeyFile file, SecretKey master) {
        this.folder = folder;
        this.file = file;
        this.master = master;
    }

    @Override
    public synchronized SecretKey create(String name) {
        require(name);
        if (file.keys().containsKey(name)) {
            throw new IllegalStateException("There is a key \"" + name + "\" already");
        }
        SecretKey key = folder.newKey();
        Map<String, String> keys = new HashMap<>(file.keys());
        keys.put(name, new Wrapping(file.id()).wrapNamed(master(), name, key));
        write(file.with(keys));
        return key;
    }

    @Override
    public synchronized Optional<SecretKey> load(String name) {
        require(name);
        return Optional.ofNullable(file.keys().get(name)).map(wrapped -> unwrap(name, wrapped));
    }

    @Override
    public synchronized void destroy(String name) {
        require(name);
        if (file.keys().containsKey(name)) {
            Map<String, String> keys = new HashMap<>(file.keys());
            keys.remove(name);
            write(file.with(keys));
        }
    }

    /**
     * Forgets every key for good; what they lock can never be read again.
     *
     * @throws KeyUnreadable if they cannot be deleted
     */
    public synchronized void destroyAll() {
        write(file.with(Map.of()));
        if (guard() == Guard.KEY_STORE) {
            folder.forgetInStore(file.id());
        }
    }

    /** What opens these keys at the next start. */
    public synchronized Guard guard() {
        return file.opening().guard();
    }

    /** Which key store this computer has. */
    public KeyStore.Kind storeKind() {
        return folder.storeKind();
    }

    /** Whether the organisation could open the outbox, should this laptop no longer be able to. */
    public synchronized boolean isRecoverable() {
        return file.recovery() != null;
    }

    /** Lets a passphrase open the keys from now on, in place of the one before or of the key store. */
    public synchronized void guardBy(Passphrase chosen) {
        boolean byStore = guard() == Guard.KEY_STORE;
        write(file.guardedBy(folder.closedByPassphrase(file.id(), master(), chosen)));
        if (byStore) {
            folder.forgetInStore(file.id());
        }
    }

    /**
     * Lets the key store open the keys from now on.
     *
     * @throws KeyStoreSilent if there is none, or it keeps nothing; the passphrase then stays
     */
    public synchronized void guardByKeyStore() {
        if (guard() != Guard.KEY_STORE) {
            write(file.guardedBy(folder.closedByStore(file.id(), master())));
        }
    }

    /**
     * The backend has let the person in: what locked the screen is over, and the password is known again at the next unlocking.
     *
     * <p>Takes some tenths of a second; others are not kept waiting.
     */
    public void signedIn(Passphrase password) {
        String id;
        SecretKey held;
        synchronized (this) {
            folder.unlock();
            if (guard() != Guard.KEY_STORE) {
                return;
            }
            id = file.id();
            held = master();
        }
        KeyFile.Opening check = folder.closedByBoth(id, held, password);
        synchronized (this) {
            if (guard() == Guard.KEY_STORE) {
                write(file.checkedBy(check));
            }
        }
    }

    /**
     * Lets a PIN open a locked screen from now on, in place of the one before, as the password of the last sign-in does.
     *
     * <p>It is so short that it may only be of use together with the key store's secret. Takes some tenths of a second; others are
     * not kept waiting.
     *
     * @throws IllegalArgumentException if it is too easy
     * @throws IllegalStateException if a passphrase guards the keys
     * @throws KeyStoreSilent if the store does not answer; the former one then stays
     */
    public void choose(Pin pin) {
        if (pin.flaw().isPresent()) {
            throw new IllegalArgumentException("Not to be chosen as a PIN");
        }
        String id;
        SecretKey held;
        synchronized (this) {
            requireKeyStore();
            id = file.id();
            held = master();
        }
        KeyFile.Opening closed = folder.closedByPin(id, held, pin);
        synchronized (this) {
            requireKeyStore();
            folder.forgetPinTries();
            write(file.withPin(closed));
        }
    }

    /** Lets no PIN open a locked screen any more. */
    public synchronized void forgetPin() {
        write(file.withPin(null));
        folder.forgetPinTries();
    }

    public synchronized boolean hasPin() {
        return file.pin() != null;
    }

    private void requireKeyStore() {
        if (guard() != Guard.KEY_STORE) {
            throw new IllegalStateException("Keys that a passphrase guards are opened by nothing else");
        }
    }

    /** Locks the outbox's key for the organisation too; does nothing if it is so already, or there is no outbox. */
    public synchronized void recoverableWith(RecoveryKey key) {
        boolean same = file.recovery() != null && file.recovery().keyId().equals(key.id());
        if (!same) {
            load(OUTBOX).ifPresent(outbox -> write(file.with(key.lock(outbox.getEncoded(), file.id() + "/" + OUTBOX))));
        }
    }

    /** Makes the next opening ask for something that the person knows. */
    public void lock() {
        folder.lock();
    }

    /** Forgets the keys; what they opened is the caller's to close. */
    @Override
    public synchronized void close() {
        master = null;
    }

    private SecretKey unwrap(String name, String wrapped) {
        try {
            return new Wrapping(file.id()).unwrapNamed(master(), name, wrapped);
        } catch (SealBroken changed) {
            throw new KeyUnreadable("The key \"" + name + "\" is damaged", changed);
        }
    }

    private SecretKey master() {
        return requireNonNull(master, "The keys are closed");
    }

    private void write(KeyFile next) {
        folder.write(next);
        file = next;
    }

    private static void require(String name) {
        if (!name.matches("[a-z-]+")) {
            throw new IllegalArgumentException("Not a name of a key: " + name);
        }
    }
}
