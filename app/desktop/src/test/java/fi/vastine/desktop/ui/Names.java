package fi.vastine.desktop.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** The name a screen reader says for a node. */
final class Names {

    private Names() {}

    static String of(Node node) {
        String accessible = node.getAccessibleText();
        if (accessible != null && !accessible.isBlank()) {
            return accessible;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return labelFor(node);
    }

    private static String labelFor(Node node) {
        Scene scene = node.getScene();
        if (scene == null) {
            return "";
        }
        return UiDriver.shown(scene.getRoot())
                .filter(one -> one instanceof Label label && node.equals(label.getLabelFor()))
                .map(one -> ((Label) one).getText())
                .findFirst()
                .orElse("");
    }
}
