package fi.vastine.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A question of a form above what answers it, which a screen reader calls by the question. */
public final class Question extends VBox {
    /**
     * @param labelled what is called by the question; a button goes on saying what it does
     * @param answer what holds it, perhaps with more
     */
    public Question(ObservableValue<String> words, Node labelled, Node answer) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.getStyleClass().add("strong");
        label.setWrapText(true);
        label.setLabelFor(labelled);
        if (!(labelled instanceof Button)) {
            labelled.accessibleTextProperty().bind(words);
        }
        getChildren().setAll(label, answer);
        getStyleClass().add("entry-question");
    }

    public Question(ObservableValue<String> words, Node answer) {
        this(words, answer, answer);
    }
}
