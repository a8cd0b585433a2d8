package fi.vastine.desktop.settings;

import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.key.Passphrase;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Tells what guards the keys of this laptop, and changes it. */
public final class KeysViewModel {

    /**
     * How it stands.
     *
     * @param wanted what the organisation wants
     */
    record Standing(Guard guard, KeyStore.Kind kind, Guard wanted, boolean recoverable) {
        /** Whether there is another guard than the passphrase, whether or not it may be used. */
        boolean hasKeyStore() {
            return guard == Guard.PASSPHRASE && kind != KeyStore.Kind.NONE;
        }

        boolean mayUseKeyStore() {
            return hasKeyStore() && wanted == Guard.KEY_STORE;
        }

        /** The key of the sentence that says what guards the keys, and why. */
        String toldKey() {
            if (guard == Guard.KEY_STORE) {
                return switch (kind) {
                    case WINDOWS -> "settings.keys-windows";
                    case MACOS -> "settings.keys-macos";
                    case SECRET_SERVICE -> "settings.keys-secret-service";
                    case FOLDER -> "settings.keys-folder";
                    case NONE -> "settings.keys-none";
                };
            }
            if (wanted == Guard.PASSPHRASE) {
                return "settings.keys-wanted";
            }
            return kind == KeyStore.Kind.NONE ? "settings.keys-no-store" : "settings.keys-chosen";
        }
    }

    private final GuardedKeys keys;
    private final Guard wanted;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper saidKey = new ReadOnlyStringWrapper("");

    public KeysViewModel(GuardedKeys keys, Guard wanted, Background background) {
        this.keys = keys;
        this.wanted = wanted;
        this.background = background;
    }

    /** How it stands; absent until looked at. */
    ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    StringProperty typed() {
        return typed;
    }

    StringProperty again() {
        return again;
    }

    /** The key of what came of the last change; empty before. */
    ReadOnlyStringProperty saidKey() {
        return saidKey.getReadOnlyProperty();
    }

    /** Looks how it stands. */
    void look() {
        background.run(Lane.READ, this::now, standing::set);
    }

    private Standing now() {
        return new Standing(keys.guard(), keys.storeKind(), wanted, keys.isRecoverable());
    }

    /** Guards the keys by the passphrase typed twice. */
    void guardByPassphrase() {
        Passphrase chosen = new Passphrase(typed.get());
        if (!chosen.isLongEnough()) {
            saidKey.set("lock.too-short");
        } else if (!typed.get().equals(again.get())) {
            saidKey.set("lock.not-the-same");
        } else {
            typed.set("");
            again.set("");
            change(() -> keys.guardBy(chosen));
        }
    }

    /** Guards the keys by the computer's key store. */
    void guardByKeyStore() {
        change(keys::guardByKeyStore);
    }

    private void change(Runnable change) {
        saidKey.set("settings.keys-changing");
        background.run(
                Lane.WRITE,
                () -> {
                    change.run();
                    return now();
                },
                now -> {
                    standing.set(now);
                    saidKey.set("settings.keys-changed");
                },
                failure -> {
                    if (!(failure instanceof KeyStoreSilent) && !(failure instanceof KeyUnreadable)) {
                        throw failure;
                    }
                    saidKey.set("settings.keys-not-changed");
                });
    }
}
