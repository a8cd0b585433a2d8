package fi.vastine.desktop.settings;

import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The words between the controls of the page of settings. */
final class Sentences {
    private Sentences() {}

    /** What a control asks, which it is called by too. */
    static Label name(ObservableValue<String> text, Region control) {
        Label name = new Label();
        name.textProperty().bind(text);
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(name.textProperty());
        return name;
    }

    static Label plain(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label quiet(ObservableValue<String> text) {
        Label label = plain(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    /** Takes room only while there is something to say. */
    static Label live(String id, ObservableValue<String> key, Texts texts) {
        Label label = plain(Bindings.createStringBinding(
                () -> key.getValue().isEmpty() ? "" : texts.text(key.getValue()), key, texts.language()));
        label.setId(id);
        return shownIfAny(label);
    }

    static Label shownIfAny(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** Why the control above cannot be used: the organisation has decided. */
    static Node managed(boolean holds, ObservableValue<String> why) {
        Label label = quiet(why);
        label.setGraphic(new FontIcon(Feather.LOCK));
        label.setVisible(holds);
        label.setManaged(holds);
        return label;
    }
}
