package fi.vastine.desktop.settings;

import fi.vastine.desktop.control.PinField;
import fi.vastine.desktop.settings.PinViewModel.Standing;
import fi.vastine.desktop.text.Texts;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A person's own PIN on this laptop: whether she has one, and how to choose, change or remove it. */
final class PinSection extends VBox {

    private final PinViewModel pin;
    private final Texts texts;
    private final PinField typed = new PinField();

    PinSection(PinViewModel pin, Texts texts) {
        this.pin = pin;
        this.texts = texts;
        getStyleClass().add("settings-question");
        setId("settings-pin-section");
        Label name = new Label();
        name.textProperty().bind(texts.live("settings.pin"));
        name.getStyleClass().add("strong");
        Label told = sentence(
                "settings-pin-told",
                Bindings.createStringBinding(
                        () -> {
                            Standing now = pin.standing().get();
                            return now == null ? "" : texts.text(now.toldKey());
                        },
                        pin.standing(),
                        texts.language()));
        told.getStyleClass().addAll("muted", "small");
        Label said = sentence(
                "settings-pin-said",
                Bindings.createStringBinding(
                        () -> {
                            String key = pin.saidKey().get();
                            return key.isEmpty() ? "" : texts.text(key);
                        },
                        pin.saidKey(),
                        texts.language()));
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().setAll(name, told, fields(), buttons(), said);
    }

    /** Where it is typed. */
    void takeFocus() {
        typed.requestFocus();
    }

    private Node fields() {
        FlowPane fields = new FlowPane(
                field("settings-pin", "settings.pin-new", typed, pin.typed()),
                field("settings-pin-again", "lock.passphrase-again", new PinField(), pin.again()));
        fields.getStyleClass().addAll("settings-fields", "settings-pin-fields");
        fields.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                pin.choose();
            }
        });
        only(fields, Standing::mayChoose);
        return fields;
    }

    private Node buttons() {
        Button choose = new Button();
        choose.setId("settings-pin-choose");
        choose.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.text(
                                pin.standing().get() == Standing.CHOSEN
                                        ? "settings.pin-change"
                                        : "settings.pin-choose"),
                        pin.standing(),
                        texts.language()));
        choose.setOnAction(ignored -> pin.choose());
        Button remove = new Button();
        remove.setId("settings-pin-remove");
        remove.getStyleClass().add("quiet");
        remove.textProperty().bind(texts.live("settings.pin-remove"));
        remove.setOnAction(ignored -> pin.remove());
        only(remove, now -> now == Standing.CHOSEN);
        FlowPane buttons = new FlowPane(choose, remove);
        buttons.getStyleClass().add("settings-fields");
        only(buttons, Standing::mayChoose);
        return buttons;
    }

    /** Shows something only as long as it stands so. */
    private void only(Node node, Predicate<Standing> when) {
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            Standing now = pin.standing().get();
                            return now != null && when.test(now);
                        },
                        pin.standing()));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node field(String id, String nameKey, PinField field, StringProperty value) {
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        Label name = new Label();
        name.textProperty().bind(texts.live(nameKey));
        name.getStyleClass().add("small");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(name.textProperty());
        return new VBox(name, field);
    }

    private static Label sentence(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
