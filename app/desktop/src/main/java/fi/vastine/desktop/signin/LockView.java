package fi.vastine.desktop.signin;

import fi.vastine.desktop.control.PinField;
import fi.vastine.desktop.shell.Leaving;
import fi.vastine.desktop.signin.LockViewModel.Page;
import fi.vastine.desktop.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The locked screen and its like: one sentence, one field or two, one button, in the middle of the window. */
public final class LockView extends StackPane {

    private final LockViewModel model;
    private final Texts texts;
    private final Supplier<Optional<Path>> askForFile;
    private final Runnable other;
    private final VBox form = new VBox();

    /**
     * Makes the view.
     *
     * @param askForFile lets the person choose a recovery file
     * @param other lets somebody else go on
     */
    public LockView(LockViewModel model, Texts texts, Supplier<Optional<Path>> askForFile, Runnable other) {
        this.model = model;
        this.texts = texts;
        this.askForFile = askForFile;
        this.other = other;
        setId("lock");
        getStyleClass().add("sign-in");
        form.getStyleClass().add("sign-in-form");
        form.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        form.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.go();
            } else if (Leaving.HAND_OVER.match(event)) {
                event.consume();
                other.run();
            }
        });
        getChildren().setAll(form);
        model.page().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                focusField();
            }
        });
    }

    private void show(Page page) {
        form.getChildren().setAll(head(page), said("muted", helpKey(page)));
        switch (page) {
            case PASSWORD ->
                form.getChildren().addAll(field("lock-typed", "signin.password"), problem(), go("lock.open"));
            case PASSPHRASE ->
                form.getChildren().addAll(field("lock-typed", "lock.passphrase"), problem(), go("lock.open"));
            case PIN ->
                form.getChildren().addAll(field("lock-typed", "lock.pin"), problem(), go("lock.open"), withPassword());
            case CHOOSE ->
                form.getChildren()
                        .addAll(
                                field("lock-typed", "lock.passphrase-new"),
                                field("lock-again", "lock.passphrase-again"),
                                problem(),
                                go("lock.choose"));
            case RECOVER -> form.getChildren().addAll(problem(), file());
        }
        form.getChildren().addAll(waiting(), otherPerson());
        focusField();
    }

    private void focusField() {
        Node first = form.lookup("#lock-typed");
        if (first != null) {
            first.requestFocus();
        }
    }

    private static String titleKey(Page page) {
        return switch (page) {
            case PASSWORD, PASSPHRASE, PIN -> "lock.title";
            case CHOOSE -> "lock.choose-title";
            case RECOVER -> "lock.recover-title";
        };
    }

    private static String helpKey(Page page) {
        return switch (page) {
            case PASSWORD -> "lock.help-password";
            case PASSPHRASE -> "lock.help-passphrase";
            case PIN -> "lock.help-pin";
            case CHOOSE -> "lock.help-choose";
            case RECOVER -> "lock.help-recover";
        };
    }

    private Node head(Page page) {
        Label title = said("title", titleKey(page));
        Label user = new Label();
        user.setId("lock-name");
        user.textProperty().bind(model.name());
        user.setWrapText(true);
        user.getStyleClass().addAll("strong", "muted");
        HBox head = new HBox(new FontIcon(page == Page.CHOOSE ? Feather.KEY : Feather.LOCK), new VBox(title, user));
        head.getStyleClass().add("lock-head");
        return head;
    }

    private Label said(String style, String key) {
        Label label = new Label();
        label.textProperty().bind(texts.live(key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node field(String id, String nameKey) {
        PasswordField field = model.page().get() == Page.PIN ? new PinField() : new PasswordField();
        field.setId(id);
        field.textProperty().bindBidirectional(id.equals("lock-typed") ? model.typed() : model.again());
        Label name = said("strong", nameKey);
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(name.textProperty());
        VBox box = new VBox(name, field);
        box.getStyleClass().add("sign-in-field");
        return box;
    }

    private Node problem() {
        Label text = new Label();
        text.textProperty().bind(model.problemText());
        text.setId("problem");
        text.getStyleClass().add("problem");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox band = new HBox(new FontIcon(Feather.ALERT_CIRCLE), text);
        band.getStyleClass().addAll("band", "late");
        band.visibleProperty().bind(text.textProperty().isNotEmpty());
        band.managedProperty().bind(band.visibleProperty());
        return band;
    }

    private Node go(String key) {
        Button button = button("lock-go", key);
        button.getStyleClass().add("main");
        button.setOnAction(ignored -> model.go());
        return button;
    }

    private Node withPassword() {
        Button button = new Button();
        button.setId("lock-with-password");
        button.textProperty().bind(texts.live("lock.with-password"));
        button.getStyleClass().add("quiet");
        button.setOnAction(ignored -> model.usePassword());
        return button;
    }

    private Node file() {
        Button button = button("lock-file", "lock.choose-file");
        button.getStyleClass().add("main");
        button.setOnAction(ignored -> askForFile.get().ifPresent(model::recover));
        return button;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty()
                .bind(Bindings.when(model.trying())
                        .then(Bindings.createStringBinding(() -> texts.text("lock.trying"), texts.language()))
                        .otherwise(Bindings.createStringBinding(() -> texts.text(key), texts.language())));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Node waiting() {
        Label waiting = new Label();
        waiting.setId("lock-waiting");
        waiting.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.waiting().get() == 0
                                ? texts.text("lock.all-sent")
                                : texts.text(
                                        "lock.waiting",
                                        Math.max(0, model.waiting().get())),
                        model.waiting(),
                        texts.language()));
        waiting.getStyleClass().addAll("muted", "small");
        waiting.setWrapText(true);
        waiting.setMinHeight(Region.USE_PREF_SIZE);
        waiting.visibleProperty().bind(Bindings.greaterThanOrEqual(model.waiting(), 0));
        waiting.managedProperty().bind(waiting.visibleProperty());
        return waiting;
    }

    private Node otherPerson() {
        Button button = new Button();
        button.setId("lock-other");
        button.textProperty()
                .bind(Bindings.when(model.shared())
                        .then(Bindings.createStringBinding(() -> texts.text("lock.switch"), texts.language()))
                        .otherwise(Bindings.createStringBinding(() -> texts.text("lock.other"), texts.language())));
        button.getStyleClass().add("quiet");
        button.setOnAction(ignored -> other.run());
        return button;
    }
}
