package fi.vastine.core.key;

/** The keys are not opened before a person has typed something. */
public final class PassphraseNeeded extends RuntimeException {
    private final What what;

    PassphraseNeeded(What what) {
        super("Before the keys are opened, a person has " + what);
        this.what = what;
    }

    public What what() {
        return what;
    }

    /** What the person is asked. */
    public enum What {
        /** A new passphrase, as the computer has no key store or the organisation wants one. */
        TO_CHOOSE,
        /** The passphrase chosen before. */
        TO_TYPE,
        /** The password of the last sign-in, as the screen is locked. */
        TO_TYPE_PASSWORD,
        /** The PIN, as the screen is locked and there is one. */
        TO_TYPE_PIN
    }
}
