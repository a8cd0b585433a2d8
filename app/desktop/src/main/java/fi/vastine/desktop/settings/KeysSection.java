package fi.vastine.desktop.settings;

import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What guards this laptop's data, in words, and how to guard it otherwise. */
final class KeysSection extends VBox {

    private final KeysViewModel keys;
    private final Texts texts;

    KeysSection(KeysViewModel keys, Texts texts) {
        this.keys = keys;
        this.texts = texts;
        getStyleClass().add("settings-question");
        setId("settings-keys");
        Label name = new Label();
        name.textProperty().bind(texts.live("settings.keys"));
        name.getStyleClass().add("strong");

        Label told = sentence("settings-keys-told");
        told.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var now = keys.standing().get();
                            return now == null ? "" : texts.text(now.toldKey());
                        },
                        keys.standing(),
                        texts.language()));
        Label recovery = sentence("settings-keys-recovery");
        recovery.getStyleClass().addAll("muted", "small");
        recovery.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var now = keys.standing().get();
                            return now == null
                                    ? ""
                                    : texts.text(
                                            now.recoverable() ? "settings.recoverable" : "settings.not-recoverable");
                        },
                        keys.standing(),
                        texts.language()));
        Label said = sentence("settings-keys-said");
        said.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String key = keys.saidKey().get();
                            return key.isEmpty() ? "" : texts.text(key);
                        },
                        keys.saidKey(),
                        texts.language()));
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());

        getChildren().setAll(name, told, recovery, fields(), buttons(), said);
        keys.look();
    }

    private Node fields() {
        FlowPane fields = new FlowPane(
                field("settings-passphrase", "lock.passphrase-new", keys.typed()),
                field("settings-passphrase-again", "lock.passphrase-again", keys.again()));
        fields.getStyleClass().add("settings-fields");
        return fields;
    }

    private Node buttons() {
        Button passphrase = new Button();
        passphrase.setId("settings-use-passphrase");
        passphrase.textProperty().bind(texts.live("settings.use-passphrase"));
        passphrase.setOnAction(ignored -> keys.guardByPassphrase());
        Button store = new Button();
        store.setId("settings-use-key-store");
        store.getStyleClass().add("quiet");
        store.textProperty().bind(texts.live("settings.use-key-store"));
        store.setOnAction(ignored -> keys.guardByKeyStore());
        store.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            var now = keys.standing().get();
                            return now != null && now.hasKeyStore();
                        },
                        keys.standing()));
        store.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            var now = keys.standing().get();
                            return now == null || !now.mayUseKeyStore();
                        },
                        keys.standing()));
        store.managedProperty().bind(store.visibleProperty());
        FlowPane buttons = new FlowPane(passphrase, store);
        buttons.getStyleClass().add("settings-fields");
        return buttons;
    }

    private Node field(String id, String nameKey, StringProperty value) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        Label name = new Label();
        name.textProperty().bind(texts.live(nameKey));
        name.getStyleClass().add("small");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(name.textProperty());
        return new VBox(name, field);
    }

    private static Label sentence(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
