package fi.vastine.desktop.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where one searches, never narrower than its prompt; the keys that lead here stand at its end where they find room. */
final class SearchField extends StackPane {
    private final ShellViewModel shell;
    private final TextField field = new TextField();
    private final Label keys = new Label();
    private final Text prompt = new Text();

    SearchField(ShellViewModel shell) {
        this.shell = shell;
        var texts = shell.texts();
        getStyleClass().add("search-field");
        visibleProperty().bind(shell.searches());
        field.setId("search");
        field.promptTextProperty().bind(texts.live("shell.search"));
        field.accessibleTextProperty().bind(texts.live("shell.search"));
        field.textProperty().bindBidirectional(shell.search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        FontIcon glass = new FontIcon(Feather.SEARCH);
        glass.setMouseTransparent(true);
        keys.textProperty().bind(texts.live("shell.search-keys"));
        keys.getStyleClass().add("key-cap");
        keys.setMouseTransparent(true);
        prompt.textProperty().bind(field.promptTextProperty());
        prompt.fontProperty().bind(field.fontProperty());
        keys.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        this::isRoomForKeys,
                        field.textProperty(),
                        field.insetsProperty(),
                        prompt.layoutBoundsProperty(),
                        keys.layoutXProperty(),
                        keys.translateXProperty()));
        minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> endOfPrompt() + field.getInsets().getRight(),
                        field.insetsProperty(),
                        prompt.layoutBoundsProperty()));
        setAlignment(glass, Pos.CENTER_LEFT);
        setAlignment(keys, Pos.CENTER_RIGHT);
        getChildren().setAll(field, glass, keys);
    }

    void focus() {
        if (shell.searches().get()) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private double endOfPrompt() {
        return Math.ceil(field.getInsets().getLeft() + prompt.getLayoutBounds().getWidth());
    }

    private boolean isRoomForKeys() {
        return field.getText().isEmpty() && endOfPrompt() < keys.getLayoutX() + keys.getTranslateX();
    }

    /** Down and Enter lead to what was found; Esc gives up the search. */
    private void leave(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, ENTER -> shell.leaveSearch();
            case ESCAPE -> {
                field.clear();
                shell.leaveSearch();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
