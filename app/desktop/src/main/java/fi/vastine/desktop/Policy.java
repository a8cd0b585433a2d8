package fi.vastine.desktop;

import fi.vastine.core.key.Guard;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.key.SystemKeyStore;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.PolicySources;
import java.time.Duration;

/**
 * What is decided about this laptop from outside the program: by what it has, and as the organisation wants it.
 *
 * @param keyStore the computer's own
 * @param settings all that was set, wherever it was
 */
public record Policy(KeyStore keyStore, ManagedSettings settings) {

    /** This computer, and what its administrator has set: in a file, in the environment or where the program is started. */
    static Policy ofThisComputer() {
        return new Policy(
                new SystemKeyStore(), ManagedSettings.read(PolicySources.of(System.getenv(), System.getProperties())));
    }

    /** With another key store than the computer's, and nothing set. */
    public static Policy with(KeyStore keyStore) {
        return new Policy(keyStore, ManagedSettings.NONE);
    }

    /** What has to guard the keys; where there is no key store a passphrase does in any case. */
    public Guard wanted() {
        return settings.guard();
    }

    /** Whether a PIN may open a locked screen. */
    public PinRule pins() {
        return settings.mayUsePin() ? PinRule.ALLOWED : PinRule.OFF;
    }

    /** After how long untouched the screen locks at the latest. */
    public Duration longestIdle() {
        return settings.longestIdle();
    }
}
