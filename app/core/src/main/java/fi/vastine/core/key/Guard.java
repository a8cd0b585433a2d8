package fi.vastine.core.key;

/** What opens the keys of a profile. */
public enum Guard {
    /** The operating system's key store: whoever is signed in to the computer as this person. */
    KEY_STORE,
    /** A passphrase, asked for at every start and at every unlocking. */
    PASSPHRASE
}
