package fi.vastine.desktop.interview;

import fi.vastine.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Answers that are taken away are gone: it is asked once, in the button's own place. */
final class TakeAway {
    private final Texts texts;
    private final FlowPane row = new FlowPane();
    private final Button away;
    private final Button yes;
    private final Button no;

    TakeAway(Runnable taken, Texts texts) {
        this.texts = texts;
        this.away = button("interview.take-away", this::ask);
        yes = button("interview.take-away-yes", taken);
        no = button("interview.take-away-no", this::leave);
        row.getChildren().setAll(away);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("interview-rest");
    }

    Node node() {
        return row;
    }

    private void ask() {
        Label sure = new Label(texts.text("interview.take-away-sure"));
        sure.getStyleClass().add("strong");
        sure.setWrapText(true);
        row.getChildren().setAll(sure, yes, no);
        no.requestFocus();
    }

    private void leave() {
        row.getChildren().setAll(away);
        away.requestFocus();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(event -> action.run());
        return button;
    }
}
