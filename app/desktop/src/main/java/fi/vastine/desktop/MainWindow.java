package fi.vastine.desktop;

import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.FrontDoor;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.fx.Watchdog;
import fi.vastine.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one window of the program: what stands in it, and how a second start calls it to the front. To be used on the screen's thread. */
final class MainWindow implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MainWindow.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);
    private static final double LEAST_WIDTH = 880;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Texts texts;
    private final BorderPane frame = new BorderPane();
    private @Nullable Node over;
    private @Nullable Node below;
    private Runnable calledToFront = () -> {};
    private @Nullable FrontDoor door;
    private @Nullable Watchdog watchdog;

    MainWindow(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
    }

    /** Shows the window with what was put in it. */
    void show() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setTitle("Vastine");
        stage.getIcons().setAll(ICON_SIZES.stream().map(MainWindow::icon).toList());
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setScene(new Scene(frame, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.show();
        watchdog = Watchdog.start();
    }

    private static Image icon(int size) {
        return new Image(Objects.requireNonNull(
                MainWindow.class.getResourceAsStream("/fi/vastine/icons/vastine-%d.png".formatted(size))));
    }

    /** What stands in the window until it is known who is at work: a blank one would look as if it hung. */
    void sayThatItOpens() {
        Label words = new Label();
        words.textProperty().bind(texts.live("shell.opening"));
        words.getStyleClass().add("muted");
        put(words);
    }

    /** Puts this in the window, in place of what stood there. */
    void put(Node whole) {
        if (over == null) {
            frame.setCenter(whole);
        } else {
            below = whole;
        }
    }

    /** Shows this until it is {@link #takeAway taken away}, whatever is put meanwhile. */
    void putOver(Node question) {
        below = over == null ? frame.getCenter() : below;
        over = question;
        frame.setCenter(question);
    }

    void takeAway() {
        over = null;
        frame.setCenter(below);
    }

    /** Puts something above all of the program. */
    void putAbove(Node bar) {
        frame.setTop(bar);
    }

    /** From now on a second start on the same profile brings this window to the front. */
    void answerSecondStart(Profile profile, Background background) {
        FrontDoor opened = FrontDoor.open(this::comeToFront);
        door = opened;
        background.run(
                Lane.WRITE,
                () -> {
                    profile.greetSecondStart(opened.greeting());
                    return opened;
                },
                told -> {},
                failure -> log.warn("A second start cannot call this one to the front", failure));
    }

    private void comeToFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        calledToFront.run();
    }

    /** What a second start may have left to be looked at. */
    void onCalledToFront(Runnable next) {
        calledToFront = next;
    }

    /** What follows each key and each move of the mouse. */
    void onTouch(Runnable next) {
        stage.getScene().addEventFilter(InputEvent.ANY, ignored -> next.run());
    }

    /** Closes menus and dialogs, as when the screen is locked. */
    void hideWhatLiesOver() {
        Window.getWindows().stream()
                .filter(each -> !each.equals(stage))
                .toList()
                .forEach(Window::hide);
    }

    /**
     * Lets the person choose a file; empty if she does not.
     *
     * @param key what it is for, in the bundles
     */
    Optional<Path> chooseFile(String key) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text(key));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    /** Answers no second start any more; the window itself is the toolkit's to close. */
    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        if (watchdog != null) {
            watchdog.close();
        }
    }
}
