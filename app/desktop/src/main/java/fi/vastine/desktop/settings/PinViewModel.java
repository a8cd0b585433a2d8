package fi.vastine.desktop.settings;

import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.key.KeyUnreadable;
import fi.vastine.core.key.Pin;
import fi.vastine.core.key.PinRule;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Tells whether a person has a PIN on this laptop, and lets her choose, change or remove it. */
public final class PinViewModel {

    /** How it stands. */
    public enum Standing {
        /** The organisation allows none. */
        SWITCHED_OFF,
        /** A passphrase guards the keys, which a PIN would make worthless. */
        PASSPHRASE,
        NONE,
        CHOSEN;

        boolean mayChoose() {
            return this == NONE || this == CHOSEN;
        }

        /** The key of the sentence that says how it stands. */
        String toldKey() {
            return switch (this) {
                case SWITCHED_OFF -> "settings.pin-switched-off";
                case PASSPHRASE -> "settings.pin-passphrase";
                case NONE -> "settings.pin-none";
                case CHOSEN -> "settings.pin-chosen";
            };
        }
    }

    private final GuardedKeys keys;
    private final PinRule rule;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty wished = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper saidKey = new ReadOnlyStringWrapper("");

    public PinViewModel(GuardedKeys keys, PinRule rule, Background background) {
        this.keys = keys;
        this.rule = rule;
        this.background = background;
    }

    /** How it stands; absent until looked at. */
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Whether she has asked for the place where it is chosen; taken back once it is in sight. */
    public BooleanProperty wished() {
        return wished;
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
        if (keys.guard() == Guard.PASSPHRASE) {
            return Standing.PASSPHRASE;
        }
        if (rule == PinRule.OFF) {
            return Standing.SWITCHED_OFF;
        }
        return keys.hasPin() ? Standing.CHOSEN : Standing.NONE;
    }

    /** Takes the PIN typed twice, in place of the one before. */
    void choose() {
        Pin chosen = new Pin(typed.get());
        chosen.flaw()
                .ifPresentOrElse(
                        flaw -> saidKey.set(
                                switch (flaw) {
                                    case LENGTH -> "lock.type-pin";
                                    case EASY -> "settings.pin-easy";
                                }),
                        () -> chooseTypedTwice(chosen));
    }

    private void chooseTypedTwice(Pin chosen) {
        if (!typed.get().equals(again.get())) {
            saidKey.set("settings.pin-not-the-same");
            return;
        }
        typed.set("");
        again.set("");
        change(() -> keys.choose(chosen), "settings.pin-kept");
    }

    void remove() {
        change(keys::forgetPin, "settings.pin-removed");
    }

    private void change(Runnable change, String doneKey) {
        saidKey.set("settings.keys-changing");
        background.run(
                Lane.WRITE,
                () -> {
                    change.run();
                    return now();
                },
                now -> {
                    standing.set(now);
                    saidKey.set(doneKey);
                },
                failure -> {
                    if (!(failure instanceof KeyStoreSilent) && !(failure instanceof KeyUnreadable)) {
                        throw failure;
                    }
                    saidKey.set("settings.pin-not-changed");
                });
    }
}
