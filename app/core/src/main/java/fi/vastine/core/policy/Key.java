package fi.vastine.core.policy;

import fi.vastine.core.http.AuthorityText;
import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.session.ServerAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be set for a laptop. */
public enum Key {
    /** The address of the backend. */
    SERVER("server", null),
    /** What stands in the field for the user name before anything is typed. */
    USER("user", null),
    /** How the backend is reached; see {@link ProxyChoice}. */
    PROXY("proxy", null),
    /** Who else may vouch for the backend: a PEM file, or its text. */
    AUTHORITIES("authorities", null),
    /** After how many minutes untouched the screen locks at the latest, 1 to 60. */
    LOCK_AFTER("lock-after", "1"),
    /** What guards the keys: {@code key-store} or {@code passphrase}. */
    GUARD("guard", "passphrase"),
    /** Whether the screen may be unlocked with a PIN: {@code on} or {@code off}. */
    PIN("pin", "off"),
    /** Who installs new versions: {@code it} or {@code user}. */
    UPDATES("updates", null),
    /** The folder of the program's own files. */
    HOME("home", null);

    /** Set to a file, which is looked for beside the file that names it. */
    private static final List<Key> PATHS = List.of(AUTHORITIES, HOME);

    /** What a file that is handed out may set. */
    private static final List<Key> FOR_ANYBODY = List.of(SERVER, USER, PROXY, AUTHORITIES);

    private static final int LONGEST_NAME = 200;

    private final String key;
    private final @Nullable String strictest;

    Key(String key, @Nullable String strictest) {
        this.key = key;
        this.strictest = strictest;
    }

    /** What it is called in a file. */
    public String inFiles() {
        return key;
    }

    /** What it is called in the environment, such as {@code VASTINE_LOCK_AFTER}. */
    public String inTheEnvironment() {
        return "VASTINE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What it is called where the program is started, such as {@code -Dvastine.lock-after}. */
    public String atTheStart() {
        return "vastine." + key;
    }

    /** Whether a file that anybody may hand out can set it; what guards a laptop it cannot. */
    public boolean isForAnybody() {
        return FOR_ANYBODY.contains(this);
    }

    static Optional<Key> called(String name) {
        return Arrays.stream(values()).filter(each -> each.key.equals(name)).findFirst();
    }

    /** Whether a value means something. */
    boolean accepts(String value) {
        return !value.isBlank()
                && switch (this) {
                    case SERVER -> ServerAddress.parse(value).isPresent();
                    case USER -> value.length() <= LONGEST_NAME;
                    case PROXY -> ProxyChoice.parse(value).isPresent();
                    case AUTHORITIES -> AuthorityText.isReadable(value);
                    case LOCK_AFTER -> value.matches("[1-9]|[1-5][0-9]|60");
                    case GUARD -> value.equals("key-store") || value.equals("passphrase");
                    case PIN -> value.equals("on") || value.equals("off");
                    case UPDATES -> value.equals("it") || value.equals("user");
                    case HOME -> value.indexOf(0) < 0;
                };
    }

    boolean isPath() {
        return PATHS.contains(this);
    }

    /** What holds where something was wanted that cannot be understood; empty where nothing is less safe than anything. */
    Optional<String> strictest() {
        return Optional.ofNullable(strictest);
    }
}
