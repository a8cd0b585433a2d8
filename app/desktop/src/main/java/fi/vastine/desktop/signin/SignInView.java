package fi.vastine.desktop.signin;

import fi.vastine.contract.cases.Language;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first thing a person sees: three fields and a button, in the middle of the window. */
public final class SignInView extends StackPane {

    private final SignInViewModel model;
    private final Texts texts;
    private final TextField server = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final VBox form;

    /**
     * Makes the view.
     *
     * @param speak changes the language, which nobody can do in the settings before signing in
     */
    public SignInView(SignInViewModel model, Texts texts, Consumer<Language> speak) {
        this.model = model;
        this.texts = texts;
        setId("sign-in");
        getStyleClass().add("sign-in");
        server.textProperty().bindBidirectional(model.server());
        user.textProperty().bindBidirectional(model.user());
        password.textProperty().bindBidirectional(model.password());
        boolean same = model.who() == SignInViewModel.Who.SAME_PERSON;
        server.editableProperty().bind(model.serverIsManaged().not().and(new SimpleBooleanProperty(!same)));
        user.setEditable(!same);

        form = new VBox(
                mark(),
                said("title", texts.live(same ? "signin.title-again" : "signin.title")),
                field("server", "signin.server", server),
                managed(),
                field("user", "signin.user", user),
                field("password", "signin.password", password),
                problem(),
                button());
        form.getStyleClass().add("sign-in-form");
        form.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        form.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.signIn();
            }
        });
        if (!same) {
            form.getChildren().add(languages(speak));
        }
        getChildren().setAll(form);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                focusFirstEmpty();
            }
        });
    }

    /** Lets whoever came here by mistake go back to those who share the laptop. */
    public void offerBack(Runnable back) {
        Button button = new Button();
        button.setId("sign-in-back");
        button.textProperty().bind(texts.live("signin.back"));
        button.getStyleClass().add("quiet");
        button.setOnAction(ignored -> back.run());
        form.getChildren().add(button);
    }

    /** Puts the focus into the first field that is still to be filled in. */
    public void focusFirstEmpty() {
        List.of(server, user, password).stream()
                .filter(field -> field.getText().isEmpty())
                .findFirst()
                .orElse(password)
                .requestFocus();
    }

    /** Puts something below the form. */
    public void below(Node more) {
        form.getChildren().add(more);
    }

    private Node managed() {
        Label why = said("muted", texts.live("settings.managed-here"));
        why.setId("server-managed");
        why.setWrapText(true);
        why.visibleProperty().bind(model.serverIsManaged());
        why.managedProperty().bind(why.visibleProperty());
        return why;
    }

    private static Node mark() {
        Label letter = new Label("V");
        letter.getStyleClass().add("mark-letter");
        Label name = new Label("Vastine");
        name.getStyleClass().add("mark-name");
        HBox mark = new HBox(letter, name);
        mark.getStyleClass().add("mark");
        return mark;
    }

    private static Label said(String style, ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(style);
        return label;
    }

    private Node field(String id, String nameKey, TextField field) {
        field.setId(id);
        Label name = said("strong", texts.live(nameKey));
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(name.textProperty());
        VBox box = new VBox(name, field);
        box.getStyleClass().add("sign-in-field");
        return box;
    }

    private Node problem() {
        Label text = said("problem", model.problemText());
        text.setId("problem");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox band = new HBox(new FontIcon(Feather.ALERT_CIRCLE), text);
        band.getStyleClass().addAll("band", "late");
        band.visibleProperty().bind(text.textProperty().isNotEmpty());
        band.managedProperty().bind(band.visibleProperty());
        return band;
    }

    private Node button() {
        Button button = new Button();
        button.setId("sign-in-button");
        button.getStyleClass().add("main");
        button.textProperty()
                .bind(Bindings.when(model.trying())
                        .then(Bindings.createStringBinding(() -> texts.text("signin.trying"), texts.language()))
                        .otherwise(Bindings.createStringBinding(() -> texts.text("signin.do"), texts.language())));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(ignored -> model.signIn());
        return button;
    }

    private Node languages(Consumer<Language> speak) {
        Choice<Language> languages = Choice.ofLanguages(texts, speak);
        languages.getStyleClass().add("sign-in-languages");
        texts.language().subscribe(languages::show);
        return languages;
    }
}
