package fi.vastine.desktop;

import fi.vastine.core.key.Guard;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.PinRule;
import fi.vastine.core.key.SystemKeyStore;
import java.time.Duration;
import java.util.Properties;

/**
 * How this laptop is guarded: by what it has, and as the organisation wants it.
 *
 * @param keyStore the computer's own
 * @param wanted what has to guard the keys; where there is no key store a passphrase does in any case
 * @param pins whether a PIN may open a locked screen
 * @param longestIdle after how long untouched the screen locks at the latest
 */
public record Policy(KeyStore keyStore, Guard wanted, PinRule pins, Duration longestIdle) {
    private static final Duration NO_LIMIT = Duration.ofHours(1);

    /**
     * This computer, and what its administrator has set where the program is started: {@code -Dvastine.guard=passphrase}, {@code
     * -Dvastine.pin=off}, {@code -Dvastine.lock-after=5} (minutes, 1 to 60). What cannot be understood asks for the most.
     */
    static Policy ofThisComputer(Properties set) {
        String guard = set.getProperty("vastine.guard", "key-store").strip();
        return new Policy(
                new SystemKeyStore(),
                guard.equals("key-store") ? Guard.KEY_STORE : Guard.PASSPHRASE,
                set.getProperty("vastine.pin", "on").strip().equals("on") ? PinRule.ALLOWED : PinRule.OFF,
                longestIdle(set.getProperty("vastine.lock-after", "").strip()));
    }

    /** With another key store than the computer's. */
    public static Policy with(KeyStore keyStore) {
        return new Policy(keyStore, Guard.KEY_STORE, PinRule.ALLOWED, NO_LIMIT);
    }

    private static Duration longestIdle(String minutes) {
        if (minutes.isEmpty()) {
            return NO_LIMIT;
        }
        try {
            Duration wanted = Duration.ofMinutes(Integer.parseInt(minutes));
            return wanted.isPositive() && wanted.compareTo(NO_LIMIT) < 0 ? wanted : NO_LIMIT;
        } catch (NumberFormatException notANumber) {
            return Duration.ofMinutes(1);
        }
    }
}
