package fi.vastine.desktop.settings;

import fi.vastine.core.http.Network;
import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.http.ProxySignIn;
import fi.vastine.core.http.ProxyTrouble;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.policy.Key;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.Origin;
import fi.vastine.core.policy.OwnSettings;
import fi.vastine.core.policy.Setting;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Tells how the backend is reached, and takes another choice where nobody has set one. */
public final class NetworkViewModel {
    /** Under this name a key store keeps what a proxy is shown. */
    public static final String SIGN_IN = "proxy";

    /** The ways there are. */
    public enum Way {
        SYSTEM,
        STRAIGHT,
        PROXY,
        SCRIPT;

        static Way of(ProxyChoice choice) {
            return switch (choice) {
                case ProxyChoice.AsSystem ignored -> SYSTEM;
                case ProxyChoice.Straight ignored -> STRAIGHT;
                case ProxyChoice.Fixed ignored -> PROXY;
                case ProxyChoice.Pac ignored -> SCRIPT;
            };
        }
    }

    private final Network network;
    private final ManagedSettings settings;
    private final OwnSettings own;
    private final KeyStore keyStore;
    private final Background background;
    private final ObjectProperty<Way> way;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper saidKey = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable ProxyTrouble> trouble = new ReadOnlyObjectWrapper<>();

    public NetworkViewModel(
            Network network, ManagedSettings settings, OwnSettings own, KeyStore keyStore, Background background) {
        this.network = network;
        this.settings = settings;
        this.own = own;
        this.keyStore = keyStore;
        this.background = background;
        this.way = new SimpleObjectProperty<>(Way.of(network.choice()));
        address.set(addressOf(network.choice()));
        network.onTrouble(now -> background.onScreen(() -> trouble.set(now.orElse(null))));
    }

    private static String addressOf(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.Fixed fixed -> fixed.toString();
            case ProxyChoice.Pac pac -> pac.script().toString();
            default -> "";
        };
    }

    /** The way that is chosen, or being chosen. */
    ReadOnlyObjectProperty<Way> way() {
        return way;
    }

    /** The proxy or the script, as it is typed. */
    StringProperty address() {
        return address;
    }

    StringProperty user() {
        return user;
    }

    StringProperty password() {
        return password;
    }

    /** The key of what came of the last change; empty before. */
    ReadOnlyStringProperty saidKey() {
        return saidKey.getReadOnlyProperty();
    }

    /** Why the script is not heard; absent while it is, or there is none. */
    public ReadOnlyObjectProperty<@Nullable ProxyTrouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether somebody else has chosen. */
    boolean isManaged() {
        return settings.isManaged(Key.PROXY);
    }

    /** Takes a way; one that needs an address holds once that is typed and {@link #use used}. */
    void choose(Way next) {
        way.set(next);
        saidKey.set("");
        address.set(next == Way.of(network.choice()) ? addressOf(network.choice()) : "");
        switch (next) {
            case SYSTEM -> hold(ProxyChoice.SYSTEM);
            case STRAIGHT -> hold(ProxyChoice.NONE);
            case PROXY, SCRIPT -> {}
        }
    }

    /** Holds to the address as it is typed, if it is one. */
    void use() {
        String typed = address.get().strip();
        boolean script = way.get() == Way.SCRIPT;
        ProxyChoice.parse(script ? "pac:" + typed : typed)
                .filter(choice -> Way.of(choice) == way.get())
                .ifPresentOrElse(this::hold, () -> saidKey.set(script ? "network.no-script" : "network.no-proxy"));
    }

    private void hold(ProxyChoice choice) {
        if (isManaged()) {
            return;
        }
        network.choose(choice);
        var chosen = new Setting(Key.PROXY, choice.toString(), new Origin(Origin.Kind.OWN, ""));
        background.run(Lane.WRITE, () -> own.keep(List.of(chosen)), kept -> saidKey.set("network.held"), failure -> {
            if (!(failure instanceof UncheckedIOException)) {
                throw failure;
            }
            saidKey.set("network.not-kept");
        });
    }

    /** The proxy that a sign-in would be for: the one that asked, else the one chosen. */
    Optional<String> signsInTo() {
        return network.asking()
                .or(() -> network.choice() instanceof ProxyChoice.Fixed fixed
                        ? Optional.of(fixed.toString())
                        : Optional.empty());
    }

    /** Shows what is typed to the proxy from now on, and keeps it where the computer keeps secrets. */
    void signIn() {
        Optional<String> proxy = signsInTo();
        if (proxy.isEmpty() || user.get().isBlank() || password.get().isEmpty()) {
            saidKey.set(proxy.isEmpty() ? "network.nobody-asks" : "signin.fill-in");
            return;
        }
        var shown = new ProxySignIn(proxy.get(), user.get().strip(), password.get());
        password.set("");
        network.signInWith(shown);
        background.run(
                Lane.WRITE,
                () -> isKept(shown),
                kept -> saidKey.set(kept ? "network.signed-in" : "network.signed-in-for-now"));
    }

    private boolean isKept(ProxySignIn shown) {
        try {
            if (keyStore.kind() == KeyStore.Kind.NONE) {
                return false;
            }
            keyStore.keep(SIGN_IN, shown.written());
            return true;
        } catch (KeyStoreSilent silent) {
            return false;
        }
    }
}
