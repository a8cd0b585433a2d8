package fi.vastine.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import fi.vastine.contract.recovery.Locked;
import fi.vastine.contract.recovery.RecoveryFile;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.KeyFile.Opening;
import fi.vastine.core.key.PassphraseNeeded.What;
import fi.vastine.core.profile.DurableFile;
import fi.vastine.core.profile.OwnerOnly;
import fi.vastine.core.seal.SealBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the wrapped keys of one profile lie, closed; opening it gives {@link GuardedKeys}.
 *
 * <pre>
 * keys.json    the wrapped keys
 * locked       there while a screen is locked whose keys the key store opens
 * tries.json   wrong passphrases so far
 * pin-tries    wrong PINs so far
 * </pre>
 *
 * <p>All methods block for the disk, and for the key store.
 */
public final class KeyFolder {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
    private static final String OUTBOX = "outbox";
    private static final String LOCKED = "locked";
    private static final String CHECK = "check";
    private static final String PIN = "pin";

    private final Path folder;
    private final KeyStore store;
    private final Guard wanted;
    private final Json json;
    private final Tries tries;
    private final PinTries pinTries;
    private final SecureRandom random = new SecureRandom();

    /**
     * A folder, which is made with owner-only rights when the first key is.
     *
     * @param wanted what has to guard the keys; a passphrase does also where there is no key store
     */
    public KeyFolder(Path folder, KeyStore store, Guard wanted, Json json, InstantSource clock) {
        this.folder = folder;
        this.store = store;
        this.wanted = wanted;
        this.json = json;
        this.tries = new Tries(folder, json, clock);
        this.pinTries = new PinTries(folder);
    }

    /** Whether what is lost to this laptop can be opened with the organisation's recovery file. */
    public boolean isRecoverable() {
        try {
            KeyFile file = read();
            return file != null && file.recovery() != null;
        } catch (KeyUnreadable damaged) {
            return false;
        }
    }

    /**
     * Opens the keys without asking anybody, or begins with none; keys that lay bare are taken over.
     *
     * @throws PassphraseNeeded if somebody has to be asked
     * @throws KeyMissing if the store no longer has what opens them
     * @throws KeyStoreSilent if the store does not answer
     * @throws KeyUnreadable if the file is damaged
     */
    public GuardedKeys open() {
        KeyFile file = read();
        if (file == null) {
            return begin(Map.of());
        }
        if (file.opening().guard() == Guard.PASSPHRASE) {
            throw new PassphraseNeeded(What.TO_TYPE);
        }
        if (Files.exists(folder.resolve(LOCKED))) {
            // Before all else: whoever passes by a locked screen must not choose the passphrase.
            throw new PassphraseNeeded(asks());
        }
        if (wanted == Guard.PASSPHRASE) {
            throw new PassphraseNeeded(What.TO_CHOOSE);
        }
        return opened(file, byStore(file));
    }

    /** The same for somebody whose password the backend is about to judge, so that a locked screen does not matter. */
    public GuardedKeys openForSignIn() {
        KeyFile file = read();
        boolean byStore = file != null && file.opening().guard() == Guard.KEY_STORE;
        return byStore ? opened(requireNonNull(file), byStore(file)) : open();
    }

    /**
     * The same for sending what waits with nobody there, which a locked screen does not end where the key store guards the keys.
     *
     * @throws PassphraseNeeded if the person has to be here
     */
    public GuardedKeys openToSend() {
        return wanted == Guard.KEY_STORE ? openForSignIn() : open();
    }

    /** Opens or begins the keys, guarded from now on by a passphrase that was chosen just now. */
    public GuardedKeys choose(Passphrase chosen) {
        KeyFile file = read();
        if (file == null) {
            return begin(chosen, Map.of());
        }
        if (file.opening().guard() == Guard.PASSPHRASE) {
            // Chosen before, in a first sign-in that ended half way.
            return open(chosen);
        }
        GuardedKeys keys = opened(file, byStore(file));
        keys.guardBy(chosen);
        return keys;
    }

    /**
     * Opens the keys with what was typed: the passphrase that guards them, or the password of the last sign-in where the key
     * store does; needs no network.
     *
     * @throws WrongPassphrase if it is another one, or none was kept to compare with
     * @throws TooManyTries if it was typed too soon
     */
    public GuardedKeys open(Passphrase typed) {
        KeyFile file = requireNonNull(read());
        Instant next = tries.count();
        try {
            GuardedKeys keys = opened(file, opened(file, typed));
            unlock();
            return keys;
        } catch (SealBroken wrong) {
            LOG.info("What was typed does not open the keys");
            throw new WrongPassphrase(next);
        }
    }

    private SecretKey opened(KeyFile file, Passphrase typed) {
        Wrapping wrapping = new Wrapping(file.id());
        if (file.opening().guard() == Guard.PASSPHRASE) {
            Stretch stretch = requireNonNull(file.opening().stretch());
            return wrapping.open(file.opening(), Wrapping.key(stretch.key(typed)));
        }
        Opening check = file.check();
        SecretKey kept = kept(file.id());
        if (check == null) {
            // Nobody has signed in since the keys came to the key store; the backend has to judge.
            return wrapping.open(file.opening(), newKey());
        }
        Stretch stretch = requireNonNull(check.stretch());
        return wrapping.open(check, Wrapping.both(kept, stretch.key(typed), CHECK));
    }

    /**
     * Opens the keys with the PIN; needs no network.
     *
     * @throws WrongPin if it is another one, or none holds
     */
    public GuardedKeys open(Pin typed) {
        KeyFile file = requireNonNull(read());
        Opening pin = file.pin();
        if (pin == null || wanted == Guard.PASSPHRASE) {
            throw new WrongPin(0);
        }
        SecretKey kept = kept(file.id());
        int left = pinTries.count();
        try {
            byte[] stretched = requireNonNull(pin.stretch()).key(new Passphrase(typed.digits()));
            SecretKey master = new Wrapping(file.id()).open(pin, Wrapping.both(kept, stretched, PIN));
            GuardedKeys keys = opened(file, master);
            unlock();
            return keys;
        } catch (SealBroken wrong) {
            LOG.info("What was typed is not the PIN");
            throw new WrongPin(left);
        }
    }

    /** What a person is asked for who has to show who she is. */
    public What asks() {
        try {
            KeyFile file = read();
            if (file != null && file.opening().guard() == Guard.PASSPHRASE) {
                return What.TO_TYPE;
            }
            boolean pin = file != null && file.pin() != null && wanted == Guard.KEY_STORE && !pinTries.areOver();
            return pin ? What.TO_TYPE_PIN : What.TO_TYPE_PASSWORD;
        } catch (KeyUnreadable damaged) {
            // Which is told when it is to be opened.
            return What.TO_TYPE_PASSWORD;
        }
    }

    /**
     * Begins anew with the outbox's key as the organisation's recovery file opens it; everything else is lost.
     *
     * @param chosen a passphrase to guard the keys from now on; absent for the key store
     * @throws IllegalArgumentException if the file is another organisation's, or an older key's
     * @throws PassphraseNeeded if there has to be one
     */
    public GuardedKeys recover(RecoveryFile file, @Nullable Passphrase chosen) {
        KeyFile lost = read();
        Locked locked = lost == null ? null : lost.recovery();
        if (lost == null || locked == null) {
            throw new KeyMissing(OUTBOX);
        }
        SecretKey outbox = Wrapping.key(file.open(locked, lost.id() + "/" + OUTBOX));
        GuardedKeys keys = chosen == null ? begin(Map.of(OUTBOX, outbox)) : begin(chosen, Map.of(OUTBOX, outbox));
        keys.recoverableWith(file.publicHalf());
        return keys;
    }

    /** Makes the next opening ask for something that the person knows, also after a restart. */
    void lock() {
        write(LOCKED, new byte[0]);
    }

    /** Ends what {@link #lock} and wrong tries began. */
    void unlock() {
        try {
            new DurableFile(folder, LOCKED).delete();
            tries.forget();
            pinTries.forget();
        } catch (IOException e) {
            throw new KeyUnreadable("The lock cannot be taken away", e);
        }
    }

    /** The PIN counts from the beginning. */
    void forgetPinTries() {
        pinTries.forget();
    }

    // Opening

    private GuardedKeys opened(KeyFile file, SecretKey master) {
        try {
            // An end of the program between writing the file and deleting these leaves them.
            new OldKeyFiles(folder).delete();
        } catch (IOException e) {
            throw new KeyUnreadable("Bare keys that were taken over cannot be deleted", e);
        }
        return new GuardedKeys(this, file, master);
    }

    private GuardedKeys begin(Map<String, SecretKey> first) {
        if (wanted == Guard.PASSPHRASE || store.kind() == KeyStore.Kind.NONE) {
            throw new PassphraseNeeded(What.TO_CHOOSE);
        }
        String id = newId();
        SecretKey master = newKey();
        return begin(id, master, closedByStore(id, master), first);
    }

    private GuardedKeys begin(Passphrase chosen, Map<String, SecretKey> first) {
        String id = newId();
        SecretKey master = newKey();
        return begin(id, master, closedByPassphrase(id, master, chosen), first);
    }

    /** Writes the file, and only then deletes the bare keys that it took over. */
    private GuardedKeys begin(String id, SecretKey master, Opening opening, Map<String, SecretKey> first) {
        try {
            OldKeyFiles bare = new OldKeyFiles(folder);
            Map<String, SecretKey> all = new HashMap<>(bare.read());
            if (!all.isEmpty()) {
                LOG.warn("Keys that lay bare in files are wrapped now and the files deleted");
            }
            all.putAll(first);
            Wrapping wrapping = new Wrapping(id);
            Map<String, String> wrapped = new HashMap<>();
            all.forEach((name, key) -> wrapped.put(name, wrapping.wrapNamed(master, name, key)));
            KeyFile file = new KeyFile(KeyFile.VERSION, id, opening, null, null, wrapped, null);
            write(file);
            bare.delete();
            unlock();
            return new GuardedKeys(this, file, master);
        } catch (IOException e) {
            throw new KeyUnreadable("Bare keys cannot be taken over", e);
        }
    }

    private SecretKey byStore(KeyFile file) {
        SecretKey kept = kept(file.id());
        try {
            return new Wrapping(file.id()).open(file.opening(), kept);
        } catch (SealBroken other) {
            throw new KeyUnreadable("What the key store has does not open the keys", other);
        }
    }

    /** The key store's part. */
    SecretKey kept(String id) {
        if (store.kind() == KeyStore.Kind.NONE) {
            throw new KeyStoreSilent("The key store that guards the keys is not there", null);
        }
        String hex = store.find(nameInStore(id)).orElseThrow(() -> new KeyMissing("key store"));
        return Wrapping.key("key store", hex);
    }

    // Closing

    /** Puts a new secret into the key store, and reads it back: a store that only says yes would cost all the keys. */
    Opening closedByStore(String id, SecretKey master) {
        SecretKey secret = Wrapping.random(random);
        store.keep(nameInStore(id), Wrapping.hex(secret));
        if (!kept(id).equals(secret)) {
            throw new KeyStoreSilent("The key store does not give back what it was given", null);
        }
        return new Wrapping(id).close(Guard.KEY_STORE, null, secret, master);
    }

    Opening closedByPassphrase(String id, SecretKey master, Passphrase chosen) {
        Stretch stretch = Stretch.anew(random);
        return new Wrapping(id).close(Guard.PASSPHRASE, stretch, Wrapping.key(stretch.key(chosen)), master);
    }

    Opening closedByBoth(String id, SecretKey master, Passphrase password) {
        return closedByBoth(id, master, password, CHECK);
    }

    Opening closedByPin(String id, SecretKey master, Pin pin) {
        return closedByBoth(id, master, new Passphrase(pin.digits()), PIN);
    }

    private Opening closedByBoth(String id, SecretKey master, Passphrase typed, String use) {
        Stretch stretch = Stretch.anew(random);
        SecretKey both = Wrapping.both(kept(id), stretch.key(typed), use);
        return new Wrapping(id).close(Guard.KEY_STORE, stretch, both, master);
    }

    void forgetInStore(String id) {
        store.forget(nameInStore(id));
    }

    KeyStore.Kind storeKind() {
        return store.kind();
    }

    private static String nameInStore(String id) {
        return "vastine-" + id;
    }

    private String newId() {
        byte[] id = new byte[8];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    // The file

    private @Nullable KeyFile read() {
        Path path = folder.resolve(KeyFile.NAME);
        if (!Files.exists(path)) {
            return null;
        }
        try {
            if (OwnerOnly.FILE.narrow(path)) {
                LOG.warn("The rights of the file of wrapped keys were wider than its owner and have been narrowed");
            }
            KeyFile file = json.read(Files.readString(path), KeyFile.class);
            if (file.version() != KeyFile.VERSION) {
                throw new KeyUnreadable("The file of keys is of a version unknown here: " + file.version());
            }
            return file;
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyUnreadable("The file of keys cannot be read", e);
        }
    }

    void write(KeyFile file) {
        write(KeyFile.NAME, json.write(file).getBytes(UTF_8));
    }

    private void write(String name, byte[] content) {
        try {
            OwnerOnly.make(folder);
            new DurableFile(folder, name).write(content);
        } catch (IOException e) {
            throw new KeyUnreadable("The file " + name + " cannot be kept", e);
        }
    }

    SecretKey newKey() {
        return Wrapping.random(random);
    }
}
