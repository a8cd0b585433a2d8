package fi.vastine.desktop.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A button that keeps the focus when it cannot act, looks it, and says why when it is pressed or read aloud.
 *
 * <p>To be used on the screen's thread.
 */
public final class ActionButton extends Button {
    private static final String WAITING = "waiting";
    private static final String MAIN = "main";

    private final Runnable act;
    private final Consumer<String> sayWhy;
    private @Nullable String why;

    /**
     * @param key the letter that does the same; empty for none
     * @param sayWhy told the reason when the button is pressed and cannot act
     */
    public ActionButton(
            Feather icon, ObservableValue<String> words, String key, Runnable act, Consumer<String> sayWhy) {
        this.act = act;
        this.sayWhy = sayWhy;
        Label label = new Label();
        label.textProperty().bind(words);
        HBox content = new HBox(Icons.of(icon), label);
        if (!key.isEmpty()) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key-cap");
            content.getChildren().add(cap);
        }
        content.getStyleClass().add("action-content");
        content.setAlignment(Pos.CENTER);
        content.setMouseTransparent(true);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        accessibleTextProperty().bind(words);
        getStyleClass().add("action");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> perform());
    }

    /** Makes it the one main button of its view. */
    public void main() {
        beside();
        getStyleClass().add(MAIN);
    }

    /** Makes it one of the others again. */
    public void beside() {
        getStyleClass().remove(MAIN);
    }

    /** Says why it cannot act; absent if it can. */
    public void hinder(@Nullable String reason) {
        why = reason;
        getStyleClass().remove(WAITING);
        if (reason != null) {
            getStyleClass().add(WAITING);
        }
        setAccessibleHelp(reason);
    }

    /** Acts, or says why it cannot. */
    public void perform() {
        if (why == null) {
            act.run();
        } else {
            sayWhy.accept(why);
        }
    }
}
