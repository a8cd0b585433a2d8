package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys on one sheet, over a veil; Esc or the button puts it away. */
final class KeysView extends StackPane {

    KeysView(Texts texts, List<Shortcut> shortcuts, SingleLetters letters, Runnable close) {
        setId("keys");
        getStyleClass().add("veil");

        Label title = new Label(texts.text("shell.keys"));
        title.getStyleClass().add("title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int row = 0; row < shortcuts.size(); row++) {
            Shortcut shortcut = shortcuts.get(row);
            Label keys = new Label(shortcut.displayText());
            keys.getStyleClass().add("key-cap");
            GridPane.setHalignment(keys, HPos.RIGHT);
            Label name = new Label(texts.text(shortcut.nameKey()));
            name.setDisable(letters == SingleLetters.OFF && shortcut.isSingleLetter());
            grid.addRow(row, keys, name);
        }
        Label where = new Label(texts.text(letters == SingleLetters.ON ? "shell.letters-on" : "shell.letters-off"));
        where.getStyleClass().addAll("muted", "small");
        where.setWrapText(true);
        where.setMinHeight(Region.USE_PREF_SIZE);
        Button done = new Button(texts.text("shell.close"));
        done.setId("close-keys");
        done.getStyleClass().add("main");
        done.setCancelButton(true);
        done.setOnAction(ignored -> close.run());

        VBox sheet = new VBox(title, grid, where, done);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
    }

    void takeFocus() {
        lookup("#close-keys").requestFocus();
    }
}
