package fi.vastine.desktop.signin;

import fi.vastine.core.session.Sharer;
import fi.vastine.desktop.text.Texts;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who takes the laptop up: a large button for each person with a key of its own, and one for whoever is not among them. */
public final class SwitchView extends StackPane {

    private final SwitchViewModel model;
    private final Texts texts;
    private final VBox people = new VBox();

    public SwitchView(SwitchViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("switch");
        getStyleClass().add("sign-in");
        Label title = new Label();
        title.textProperty().bind(texts.live("switch.title"));
        title.getStyleClass().add("title");
        HBox head = new HBox(new FontIcon(Feather.USERS), title);
        head.getStyleClass().add("lock-head");
        people.getStyleClass().add("switch-people");
        people.getChildren()
                .setAll(IntStream.range(0, model.people().size())
                        .mapToObj(this::person)
                        .toList());
        ScrollPane scroll = new ScrollPane(people);
        scroll.setFitToWidth(true);
        // Long names take more lines than the pane expects: what has room is not scrolled.
        scroll.prefViewportHeightProperty().bind(people.heightProperty());
        scroll.setFocusTraversable(false);
        VBox form = new VBox(head, said(), scroll, somebodyElse());
        form.getStyleClass().addAll("sign-in-form", "switch-form");
        form.setMaxWidth(Region.USE_PREF_SIZE);
        form.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(form);
        // Not when the key goes down: the digit would then be typed into the field that follows.
        addEventFilter(KeyEvent.KEY_TYPED, this::digit);
    }

    private void digit(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.matches("[0-9]")) {
            event.consume();
            model.press(Integer.parseInt(typed));
        }
    }

    private Label said() {
        Label help = new Label();
        help.textProperty().bind(texts.live("switch.help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        return help;
    }

    private Node person(int place) {
        Sharer sharer = model.people().get(place);
        Button button = button("switch-" + sharer.known().user(), SwitchViewModel.key(place));
        button.setText(model.name(sharer));
        button.getStyleClass().add("large");
        button.setOnAction(ignored -> model.pick(sharer));
        if (place == 0) {
            // What is scrolled comes into the window after the view itself.
            button.sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    button.requestFocus();
                }
            });
        }
        return button;
    }

    private Node somebodyElse() {
        Button button = button("switch-else", 0);
        button.textProperty().bind(texts.live("switch.else"));
        button.getStyleClass().add("quiet");
        button.setOnAction(ignored -> model.press(0));
        return button;
    }

    private static Button button(String id, int key) {
        Button button = new Button();
        button.setId(id);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("switch-person");
        if (key >= 0) {
            Label cap = new Label(Integer.toString(key));
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            button.setGraphic(cap);
        }
        return button;
    }
}
