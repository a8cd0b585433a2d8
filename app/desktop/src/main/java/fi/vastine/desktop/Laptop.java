package fi.vastine.desktop;

import fi.vastine.core.http.Network;
import fi.vastine.core.http.ProxySignIn;
import fi.vastine.core.http.ProxyTrouble;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.policy.Key;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.OwnSettings;
import fi.vastine.core.policy.SettingsText;
import fi.vastine.core.session.Known;
import fi.vastine.desktop.diagnosis.Diagnosis;
import fi.vastine.desktop.diagnosis.Screens;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.settings.AboutSection;
import fi.vastine.desktop.settings.AboutViewModel;
import fi.vastine.desktop.settings.ManagedSection;
import fi.vastine.desktop.settings.NetworkSection;
import fi.vastine.desktop.settings.NetworkViewModel;
import fi.vastine.desktop.settings.OfferView;
import fi.vastine.desktop.settings.OfferViewModel;
import fi.vastine.desktop.settings.ReachingView;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Trouble;
import fi.vastine.desktop.signin.SignInViewModel;
import fi.vastine.desktop.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds on this laptop whoever is signed in: what is set for it, and how it reaches the backend. */
final class Laptop {
    private static final Logger log = LoggerFactory.getLogger(Laptop.class);

    private final OwnSettings own;
    private final Background background;
    private final Path folder;
    private Policy policy;
    private final Network network;
    private final NetworkViewModel reaching;
    private final Diagnosis diagnosis;
    private final AboutViewModel about;

    /** Goes on from what the program's start holds. */
    Laptop(HeadStart begun, Background background) {
        this.background = background;
        folder = begun.profile().folder();
        own = new OwnSettings(folder);
        policy = begun.policy();
        network = begun.network();
        reaching = new NetworkViewModel(network, policy.settings(), own, policy.keyStore(), background);
        Path logs = Main.logs(policy.settings());
        diagnosis = new Diagnosis(
                folder, logs, policy.settings(), network, policy.keyStore(), begun.clock(), () -> LogFile.codes(logs));
        about = new AboutViewModel(policy.settings().updates(), background);
    }

    /** What holds, with what the person took or chose herself. */
    static Policy withOwn(Policy managed, Path folder) {
        return new Policy(managed.keyStore(), managed.settings().with(new OwnSettings(folder).read()));
    }

    static Network networkOf(Policy whole) {
        ManagedSettings settings = whole.settings();
        return new Network(settings.proxy(), settings.authorities(), System.getenv(), () -> kept(whole.keyStore()));
    }

    private static Optional<ProxySignIn> kept(KeyStore keyStore) {
        try {
            return keyStore.kind() == KeyStore.Kind.NONE
                    ? Optional.empty()
                    : keyStore.find(NetworkViewModel.SIGN_IN).flatMap(ProxySignIn::parse);
        } catch (KeyStoreSilent silent) {
            log.warn("The sign-in for a proxy cannot be looked up", silent);
            return Optional.empty();
        }
    }

    Policy policy() {
        return policy;
    }

    Network network() {
        return network;
    }

    /** Tells above the work what was set wrongly, in one notice, and that a script which chooses the proxy is not heard. */
    void tellTroubles(ShellViewModel shell, Texts texts) {
        if (!policy.settings().faults().isEmpty()) {
            shell.show(new Trouble(
                    "managed.faulty",
                    List.of(faults(texts)),
                    new Trouble.Remedy("network.open", () -> shell.open("settings")),
                    Trouble.Tone.ALARM));
        }
        background.run(Lane.READ, new HomeFolder(folder)::isOverTheNetwork, far -> {
            if (far) {
                shell.show(Trouble.of("start.network-folder"));
            }
        });
        reaching.trouble().subscribe(now -> {
            for (ProxyTrouble each : ProxyTrouble.values()) {
                shell.solved(NetworkSection.sentenceOf(each));
            }
            if (now != null) {
                shell.show(Trouble.of(NetworkSection.sentenceOf(now)));
            }
        });
    }

    /** Fills in what is set, and lets nobody change what somebody else decided. */
    void fillIn(SignInViewModel model) {
        policy.settings().server().ifPresent(server -> model.server().set(server.toString()));
        model.user().set(policy.settings().user());
        model.serverIsManaged().set(policy.settings().isManaged(Key.SERVER));
    }

    /** Fills in where somebody has been at work, as far as nothing else is set. */
    void fillIn(SignInViewModel model, Known last) {
        if (!policy.settings().isManaged(Key.SERVER)) {
            model.server().set(last.server().toString());
        }
    }

    /** What stands below the form with which one signs in: what was set wrongly, and the way to how the backend is reached, and back. */
    Node belowSignIn(Texts texts, MainWindow window, Node back) {
        Button open = new Button();
        open.setId("sign-in-network");
        open.getStyleClass().add("quiet");
        open.textProperty().bind(texts.live("network.name"));
        open.setOnAction(
                ignored -> window.put(new ReachingView(reaching, policy.settings(), texts, () -> window.put(back))));
        if (policy.settings().faults().isEmpty()) {
            return open;
        }
        Label faulty = new Label();
        faulty.setId("faulty");
        faulty.getStyleClass().addAll("late", "small");
        faulty.setWrapText(true);
        faulty.setMinHeight(Region.USE_PREF_SIZE);
        faulty.textProperty().bind(texts.live("managed.faulty", faults(texts)));
        return new VBox(open, faulty);
    }

    private ObservableValue<String> faults(Texts texts) {
        return Bindings.createStringBinding(() -> ManagedSection.faults(policy.settings(), texts), texts.language());
    }

    /**
     * Asks whether a file of settings is to hold.
     *
     * @param held called once it does
     */
    void offer(SettingsText text, Texts texts, MainWindow window, Runnable held) {
        OfferViewModel offer = new OfferViewModel(text, policy.settings(), own, network, background, kept -> {
            policy = new Policy(policy.keyStore(), policy.settings().with(kept));
            window.takeAway();
            held.run();
        });
        window.putOver(new OfferView(offer, texts, window::takeAway));
    }

    /** What is said of the program itself. */
    AboutViewModel about() {
        return about;
    }

    /**
     * What the page of settings shows of it.
     *
     * @param waiting how many commands wait with who is at work
     */
    List<Node> sections(Texts texts, IntSupplier waiting) {
        return List.of(
                new NetworkSection(reaching, texts),
                new ManagedSection(policy.settings(), texts),
                new AboutSection(about, texts, () -> {
                    Screens screens = Screens.now();
                    int count = waiting.getAsInt();
                    return () -> diagnosis.text(screens, OptionalInt.of(count), texts);
                }));
    }
}
