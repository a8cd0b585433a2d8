package fi.vastine.desktop.interview;

import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.text.Texts;
import java.time.Duration;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The laptop turned to the customer: the questions on the whole screen and nothing else in reach.
 *
 * <p>The collector takes it back with Ctrl+F11, or by holding the lock at the foot; no single key and no tap does. Another program
 * can still be brought to the front where the window system lets one. To be used on the screen's thread.
 */
final class CustomerScreen {
    /** Longer than a hand rests on it by chance. */
    static final Duration HOLD = Duration.ofSeconds(2);

    private final Scene scene;
    private final Parent before;
    private final @Nullable Stage stage;
    private final InterviewViewModel model;
    private final Texts texts;
    private final Pages pages;
    private final StackPane screen = new StackPane();
    private final EventHandler<WindowEvent> stay = Event::consume;
    private Background.Cancellable holding = () -> {};

    private CustomerScreen(Scene scene, InterviewViewModel model, Texts texts) {
        this.scene = scene;
        this.before = scene.getRoot();
        this.stage = scene.getWindow() instanceof Stage window ? window : null;
        this.model = model;
        this.texts = texts;
        pages = new Pages(model, texts, Side.CUSTOMER, this::thanks, List.of(lock()));
        pages.setId("interview-customer");
        pages.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Turns the window away from the collector for as long as the model says so. */
    static void turn(Scene scene, InterviewViewModel model, Texts texts) {
        new CustomerScreen(scene, model, texts).show();
    }

    private void show() {
        scene.setRoot(screen);
        // What comes into the scene looks its colours up at once, and the new root has none before its styles are
        // applied.
        screen.applyCss();
        // Out of sight and reach, yet within the scene: without it, its styles would find no colours.
        before.setVisible(false);
        before.setManaged(false);
        screen.getChildren().setAll(before, pages);
        if (stage != null) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
            stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stay);
        }
        Subscription[] told = new Subscription[1];
        told[0] = model.turned().subscribe((ignored, turned) -> {
            told[0].unsubscribe();
            takeBack();
        });
    }

    private void takeBack() {
        holding.cancel();
        pages.close();
        screen.getChildren().clear();
        before.setVisible(true);
        before.setManaged(true);
        scene.setRoot(before);
        if (stage != null) {
            stage.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stay);
            stage.setFullScreen(false);
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F11) {
            event.consume();
            if (event.isShortcutDown()) {
                model.turned().set(false);
            }
        }
    }

    private Node lock() {
        Button lock = new Button(null, Icons.of(Feather.LOCK));
        lock.setId("interview-take-back");
        lock.textProperty().bind(texts.live("interview.take-back"));
        lock.accessibleTextProperty().bind(texts.live("interview.take-back"));
        lock.getStyleClass().addAll("flat", "small");
        lock.setFocusTraversable(false);
        lock.setWrapText(true);
        lock.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> holding =
                        model.background().after(HOLD, () -> model.turned().set(false)));
        lock.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> holding.cancel());
        lock.addEventHandler(MouseEvent.MOUSE_EXITED, event -> holding.cancel());
        return lock;
    }

    /** Shown when all is answered, and when nobody is asked any more: the collector does the rest. */
    private Page thanks(Interviews.State state) {
        Interview asked = state.current();
        Label thanks = new Label(
                asked == null
                        ? texts.text("interview.give-back")
                        : texts.textIn(asked.language(), "interview.give-back"));
        thanks.setId("interview-give-back");
        thanks.getStyleClass().add("interview-words");
        thanks.setWrapText(true);
        StackPane page = new StackPane(thanks);
        page.getStyleClass().add("interview-start");
        page.setFocusTraversable(true);
        page.setAccessibleText(thanks.getText());
        page.sceneProperty().subscribe(shown -> {
            if (shown != null) {
                page.requestFocus();
            }
        });
        List<Node> ways = asked == null ? List.of() : List.of(back(asked));
        return new Page() {
            @Override
            public Node node() {
                return page;
            }

            @Override
            public List<Node> ways() {
                return ways;
            }
        };
    }

    private Button back(Interview asked) {
        Button back = new Button(texts.textIn(asked.language(), "interview.back"));
        back.setOnAction(event -> model.back());
        return back;
    }
}
