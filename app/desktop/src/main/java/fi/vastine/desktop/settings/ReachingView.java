package fi.vastine.desktop.settings;

import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.desktop.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** How the backend is reached, for who cannot sign in before it is. */
public final class ReachingView extends ScrollPane {

    public ReachingView(NetworkViewModel network, ManagedSettings settings, Texts texts, Runnable back) {
        setId("reaching");
        Button done = new Button();
        done.setId("reaching-back");
        done.getStyleClass().add("main");
        done.textProperty().bind(texts.live("network.back"));
        done.setOnAction(ignored -> back.run());
        VBox page = new VBox(new NetworkSection(network, texts), new ManagedSection(settings, texts), done);
        page.getStyleClass().add("settings-page");
        setContent(page);
        setFitToWidth(true);
        setFocusTraversable(false);
    }
}
