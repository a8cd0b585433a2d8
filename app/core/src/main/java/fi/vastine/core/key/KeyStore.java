package fi.vastine.core.key;

import java.util.Optional;

/**
 * Keeps small secrets under names for the person who is signed in to the computer.
 *
 * <p>Blocks; an operating system may ask the person to open its store. Implementations are thread safe.
 */
public interface KeyStore {

    /** Which store it is, for words on the screen. */
    enum Kind {
        /** Windows Credential Manager. */
        WINDOWS,
        /** The keychain of macOS. */
        MACOS,
        /** The Secret Service of a Linux desktop: GNOME Keyring, KWallet and others. */
        SECRET_SERVICE,
        /** A folder, for the demo: guards nothing from who reads the disk. */
        FOLDER,
        /** There is none; nothing can be kept. */
        NONE
    }

    Kind kind();

    /**
     * Finds a secret kept earlier.
     *
     * @return empty if the store answers that there is none of that name
     * @throws KeyStoreSilent if the store does not answer, or is not opened to us
     */
    Optional<String> find(String name);

    /**
     * Keeps a secret, in place of one of the same name.
     *
     * @throws KeyStoreSilent if it cannot be kept
     */
    void keep(String name, String secret);

    /**
     * Forgets a secret; does nothing if there is none of that name.
     *
     * @throws KeyStoreSilent if it cannot be forgotten
     */
    void forget(String name);
}
