package fi.vastine.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** What any JavaFX program in this theme takes: a window of the same size with one word in it, until it is drawn. */
final class EmptyWindowMain {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private EmptyWindowMain() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        var drawn = new CountDownLatch(1);
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("Vastine")), WIDTH, HEIGHT));
            stage.getScene().addPostLayoutPulseListener(drawn::countDown);
            stage.show();
        });
        drawn.await();
        StartedProgram.drawn();
    }
}
