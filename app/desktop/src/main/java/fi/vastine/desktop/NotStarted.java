package fi.vastine.desktop;

import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.settings.Settings;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.theme.Theme;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the window where the program cannot begin: a start that shows nothing would be tried again and again. */
final class NotStarted {
    /** At a text size of 100 %; the window grows with the text. */
    private static final double WIDTH = 640;

    private static final double HEIGHT = 420;

    private NotStarted() {}

    /**
     * Says why in a small window that closes the program.
     *
     * @param chosen the language and look that were chosen, as far as they can be read
     * @param key the sentence, in the bundles
     */
    static void show(Stage stage, Settings chosen, String key, Object... arguments) {
        Texts texts = new Texts(chosen.language());
        new Theme(Platform.getPreferences().colorSchemeProperty()).wear(chosen.look(), chosen.textSize());
        Label title = new Label(texts.text("start.title"));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        Label why = new Label(texts.text(key, arguments));
        why.setId("not-started");
        why.setWrapText(true);
        why.setMinHeight(Label.USE_PREF_SIZE);
        Button close = new Button(texts.text("shell.close"));
        close.setId("not-started-close");
        close.setDefaultButton(true);
        close.setOnAction(event -> stage.close());
        VBox page = new VBox(Icons.of(Feather.ALERT_CIRCLE), title, why, close);
        page.getStyleClass().add("lease");
        page.setAlignment(Pos.CENTER);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        double grown = chosen.textSize().percent() / 100.0;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setTitle("Vastine");
        // A scroll bar is drawn on what lies behind its pane, so the pane itself cannot be the ground.
        stage.setScene(new Scene(
                new StackPane(scroll),
                Math.min(WIDTH * grown, screen.getWidth()),
                Math.min(HEIGHT * grown, screen.getHeight())));
        stage.show();
    }
}
