package fi.vastine.desktop.demo;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Choice;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above the demo: who to be, the network, the mails that have left. */
final class DemoBar extends HBox {

    private static final double ONE_ROW = 780;

    private final DemoBackend backend;
    private final Desktop desktop;
    private final Background background;
    private final DemoWords words;

    DemoBar(DemoBackend backend, Desktop desktop, Background background, Consumer<Path> showFolder) {
        this.backend = backend;
        this.desktop = desktop;
        this.background = background;
        this.words = new DemoWords(desktop.texts());
        setId("demo-bar");
        setStyle("-fx-background-color: -v-line, -v-accent-ground; -fx-background-insets: 0, 0 0 1px 0;"
                + "-fx-padding: 6px 16px 6px 16px; -fx-spacing: 12px; -fx-alignment: center-left;");
        Label about = new Label();
        about.textProperty().bind(words.live("about"));
        about.getStyleClass().addAll("small", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(about, space, people(), network(), mails(showFolder));
    }

    private Choice<DemoAccount> people() {
        Choice<DemoAccount> people = new Choice<>(
                backend.accounts(),
                account -> words.live(account.user()),
                account -> desktop.signIn(backend.address(), account.user(), account.password(), ignored -> {}));
        people.accessibleTextProperty().bind(words.live("who"));
        people.setPrefWrapLength(ONE_ROW);
        people.setAlignment(Pos.CENTER_LEFT);
        people.show(backend.accounts().getFirst());
        return people;
    }

    private Button network() {
        Button button = new Button();
        button.setId("demo-network");
        button.setMinWidth(Region.USE_PREF_SIZE);
        showNetwork(button, true);
        button.setOnAction(ignored -> background.run(
                Lane.NETWORK,
                () -> {
                    if (backend.isRunning()) {
                        backend.stop();
                    } else {
                        backend.start();
                    }
                    return backend.isRunning();
                },
                running -> showNetwork(button, running)));
        return button;
    }

    private void showNetwork(Button button, boolean running) {
        button.textProperty().unbind();
        button.textProperty().bind(words.live(running ? "cut" : "join"));
        button.setGraphic(new FontIcon(running ? Feather.WIFI_OFF : Feather.WIFI));
    }

    private Button mails(Consumer<Path> showFolder) {
        Button button = new Button();
        button.setId("demo-mails");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(words.live("mails"));
        button.setGraphic(new FontIcon(Feather.MAIL));
        button.setOnAction(ignored -> showFolder.accept(backend.mails()));
        return button;
    }
}
