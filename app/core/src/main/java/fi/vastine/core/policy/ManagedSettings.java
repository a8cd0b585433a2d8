package fi.vastine.core.policy;

import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.key.Guard;
import fi.vastine.core.session.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds on this laptop of all that was set anywhere, each key on its own.
 *
 * <p>The administrator's file holds before the environment, the environment before the properties of the start, and all of them
 * before what the person took or chose herself: the file is the one place that she cannot write. What cannot be understood is
 * told, and where safety hangs on it, the strictest holds. Immutable.
 */
public final class ManagedSettings {
    private static final Duration NO_LIMIT = Duration.ofHours(1);

    /** Nothing is set. */
    public static final ManagedSettings NONE = new ManagedSettings(Map.of(), List.of());

    /** Who installs new versions. */
    public enum Updates {
        IT,
        USER
    }

    private final Map<Key, Setting> holds;
    private final List<Fault> faults;

    private ManagedSettings(Map<Key, Setting> holds, List<Fault> faults) {
        this.holds = new EnumMap<>(Key.class);
        this.holds.putAll(holds);
        this.faults = List.copyOf(faults);
    }

    /** Reads all of it. Blocks for the disk, for moments. */
    public static ManagedSettings read(PolicySources sources) {
        var holds = new EnumMap<Key, Setting>(Key.class);
        var faults = new ArrayList<Fault>();
        for (Path file : sources.files()) {
            take(SettingsText.in(file, Origin.Kind.FILE), holds, faults);
        }
        for (Key key : Key.values()) {
            named(key, sources.environment().get(key.inTheEnvironment()), environment(key), holds, faults);
        }
        for (Key key : Key.values()) {
            named(key, sources.start().getProperty(key.atTheStart()), start(key), holds, faults);
        }
        return new ManagedSettings(holds, faults);
    }

    /** The same, with what the person took or chose herself where nothing else is set. */
    public ManagedSettings with(Collection<Setting> own) {
        var all = new EnumMap<Key, Setting>(Key.class);
        own.stream().filter(each -> each.key().isForAnybody()).forEach(each -> all.put(each.key(), each));
        holds.values().stream().filter(each -> each.origin().isManaged()).forEach(each -> all.put(each.key(), each));
        return new ManagedSettings(all, faults);
    }

    private static Origin environment(Key key) {
        return new Origin(Origin.Kind.ENVIRONMENT, key.inTheEnvironment());
    }

    private static Origin start(Key key) {
        return new Origin(Origin.Kind.START, "-D" + key.atTheStart());
    }

    private static void take(SettingsText text, Map<Key, Setting> holds, List<Fault> faults) {
        text.settings().forEach(each -> holds.putIfAbsent(each.key(), each));
        text.faults().forEach(fault -> {
            faults.add(fault);
            // Where the rest cannot be read, anything may have been wanted.
            boolean ofTheRest = fault.key().isEmpty();
            for (Key key : Key.values()) {
                if (ofTheRest || fault.key().equals(key.inFiles())) {
                    strictest(key, fault.origin(), holds);
                }
            }
        });
    }

    private static void named(
            Key key, @Nullable String value, Origin origin, Map<Key, Setting> holds, List<Fault> faults) {
        if (value == null || value.isBlank()) {
            return;
        }
        SettingsText.take(key, SettingsText.asWord(key, value.strip()), origin)
                .ifPresentOrElse(each -> holds.putIfAbsent(key, each), () -> {
                    faults.add(new Fault(origin, 0, key.inFiles(), Fault.Why.BAD_VALUE));
                    strictest(key, origin, holds);
                });
    }

    private static void strictest(Key key, Origin origin, Map<Key, Setting> holds) {
        key.strictest().ifPresent(value -> holds.putIfAbsent(key, new Setting(key, value, origin)));
    }

    /** What the person cannot change, in the order of the keys. */
    public List<Setting> managed() {
        return holds.values().stream().filter(each -> each.origin().isManaged()).toList();
    }

    /** What is set for a key, whoever set it. */
    public Optional<Setting> of(Key key) {
        return Optional.ofNullable(holds.get(key));
    }

    /** Whether the person cannot change it. */
    public boolean isManaged(Key key) {
        return of(key).filter(each -> each.origin().isManaged()).isPresent();
    }

    /** What was set and cannot be understood. */
    public List<Fault> faults() {
        return faults;
    }

    public Optional<ServerAddress> server() {
        return value(Key.SERVER).flatMap(ServerAddress::parse);
    }

    /** What stands in the field for the user name; empty if nothing is set. */
    public String user() {
        return value(Key.USER).orElse("");
    }

    /** How the backend is reached; as the system does where nothing is set. */
    public ProxyChoice proxy() {
        return value(Key.PROXY).flatMap(ProxyChoice::parse).orElse(ProxyChoice.SYSTEM);
    }

    /** Who else may vouch for the backend: a PEM file, or its text; empty if nobody. */
    public String authorities() {
        return value(Key.AUTHORITIES).orElse("");
    }

    public Guard guard() {
        return value(Key.GUARD).filter("passphrase"::equals).isPresent() ? Guard.PASSPHRASE : Guard.KEY_STORE;
    }

    /** After how long untouched the screen locks at the latest. */
    public Duration longestIdle() {
        return value(Key.LOCK_AFTER)
                .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
                .orElse(NO_LIMIT);
    }

    /** Whether a PIN may unlock the screen. */
    public boolean mayUsePin() {
        return value(Key.PIN).filter("off"::equals).isEmpty();
    }

    public Updates updates() {
        return value(Key.UPDATES).filter("it"::equals).isPresent() ? Updates.IT : Updates.USER;
    }

    /** The folder of the program's own files, if it is not to be where the operating system wants it. */
    public Optional<Path> home() {
        return value(Key.HOME).map(Path::of);
    }

    private Optional<String> value(Key key) {
        return of(key).map(Setting::value);
    }
}
