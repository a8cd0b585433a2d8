package fi.vastine.desktop.settings;

import fi.vastine.core.http.ProxyTrouble;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How the backend is reached: a few ways, the address of the one chosen, and a sign-in for a proxy that asks for one. */
public final class NetworkSection extends VBox {

    private final NetworkViewModel network;
    private final Texts texts;

    public NetworkSection(NetworkViewModel network, Texts texts) {
        this.network = network;
        this.texts = texts;
        getStyleClass().add("settings-question");
        setId("settings-network");
        Choice<NetworkViewModel.Way> ways = new Choice<>(
                List.of(NetworkViewModel.Way.values()),
                one -> texts.live(
                        switch (one) {
                            case SYSTEM -> "network.system";
                            case STRAIGHT -> "network.straight";
                            case PROXY -> "network.proxy";
                            case SCRIPT -> "network.script";
                        }),
                network::choose);
        network.way().subscribe(ways::show);
        ways.setDisable(network.isManaged());
        Label name = Sentences.name(texts.live("network.name"), ways);
        Label said = Sentences.live("settings-network-said", network.saidKey(), texts);
        getChildren()
                .setAll(
                        name,
                        Sentences.quiet(texts.live("network.help")),
                        ways,
                        Sentences.managed(network.isManaged(), texts.live("settings.managed-here")),
                        address(),
                        trouble(),
                        signIn(),
                        said);
    }

    private Node address() {
        ObservableValue<String> what = Bindings.createStringBinding(
                () -> switch (network.way().get()) {
                    case SCRIPT -> texts.text("network.script-address");
                    default -> texts.text("network.proxy-address");
                },
                network.way(),
                texts.language());
        Node field = field("settings-proxy", what, new TextField(), network.address());
        Button use = new Button();
        use.setId("settings-proxy-use");
        use.textProperty().bind(texts.live("network.use"));
        use.setOnAction(ignored -> network.use());
        FlowPane row = new FlowPane(field, use);
        row.setRowValignment(javafx.geometry.VPos.BOTTOM);
        row.getStyleClass().add("settings-fields");
        row.setDisable(network.isManaged());
        row.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> switch (network.way().get()) {
                            case PROXY, SCRIPT -> true;
                            case SYSTEM, STRAIGHT -> false;
                        },
                        network.way()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Node trouble() {
        return Sentences.live(
                "settings-network-trouble",
                Bindings.createStringBinding(
                        () -> {
                            ProxyTrouble now = network.trouble().get();
                            return now == null ? "" : sentenceOf(now);
                        },
                        network.trouble()),
                texts);
    }

    /** The key of what is told of a script that is not heard. */
    public static String sentenceOf(ProxyTrouble trouble) {
        return switch (trouble) {
            case SCRIPT_UNREACHABLE -> "network.script-unreachable";
            case SCRIPT_BROKEN -> "network.script-broken";
            case SCRIPT_SLOW -> "network.script-slow";
        };
    }

    private Node signIn() {
        Button button = new Button();
        button.setId("settings-proxy-sign-in");
        button.textProperty().bind(texts.live("network.sign-in"));
        button.setOnAction(ignored -> network.signIn());
        FlowPane row = new FlowPane(
                field("settings-proxy-user", texts.live("network.user"), new TextField(), network.user()),
                field(
                        "settings-proxy-password",
                        texts.live("network.password"),
                        new PasswordField(),
                        network.password()),
                button);
        row.setRowValignment(javafx.geometry.VPos.BOTTOM);
        row.getStyleClass().add("settings-fields");
        VBox whole = new VBox(Sentences.quiet(texts.live("network.sign-in-help")), row);
        whole.getStyleClass().add("settings-sign-in");
        whole.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> network.way().get() != NetworkViewModel.Way.STRAIGHT, network.way()));
        whole.managedProperty().bind(whole.visibleProperty());
        return whole;
    }

    private static Node field(String id, ObservableValue<String> named, TextField field, StringProperty value) {
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        Label name = new Label();
        name.textProperty().bind(named);
        name.getStyleClass().add("small");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(name.textProperty());
        return new VBox(name, field);
    }
}
