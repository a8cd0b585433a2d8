package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notices, over the lower edge of the window. Leaves the mouse alone everywhere but on a notice. */
final class NoticesView extends VBox {

    private final Notices notices;
    private final Texts texts;

    NoticesView(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        notices.shown().subscribe(this::show);
    }

    private void show() {
        List<Node> wanted = notices.shown().stream().map(this::boxOf).toList();
        getChildren().setAll(wanted);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private Node boxOf(Notice notice) {
        return getChildren().stream()
                .filter(node -> notice.equals(node.getUserData()))
                .findFirst()
                .orElseGet(() -> box(notice));
    }

    private Node box(Notice notice) {
        Label text = new Label();
        text.textProperty().bind(notice.text());
        text.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(text);
        box.setUserData(notice);
        box.getStyleClass().add("notice");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.accessibleTextProperty().bind(notice.text());
        if (notice.undo() != null) {
            Button undo = new Button();
            undo.setId("undo");
            undo.getStyleClass().addAll("link", "notice-undo");
            undo.setGraphic(new FontIcon(Feather.ROTATE_CCW));
            undo.setContentDisplay(ContentDisplay.LEFT);
            undo.textProperty().bind(texts.live("shell.undo", notice.secondsLeft()));
            undo.setMinWidth(Region.USE_PREF_SIZE);
            undo.setOnAction(ignored -> notices.undo(notice));
            box.getChildren().add(undo);
        }
        Button close = new Button();
        close.getStyleClass().addAll("link", "notice-close");
        close.setGraphic(new FontIcon(Feather.X));
        close.accessibleTextProperty().bind(texts.live("shell.put-aside"));
        close.setOnAction(ignored -> notices.dismiss(notice));
        box.getChildren().add(close);
        return box;
    }
}
