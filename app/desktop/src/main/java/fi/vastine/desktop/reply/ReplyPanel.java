package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.Way;
import fi.vastine.contract.reference.Person;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What opens below the editor when an action has to ask something: how it was answered, or who reads the draft. */
final class ReplyPanel extends StackPane {
    private static final int ROWS_SAID = 3;

    private final ReplyViewModel model;
    private final Texts texts;

    ReplyPanel(ReplyViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Asks who wished a mail and was answered otherwise: how, and what was said. */
    void askHow() {
        ToggleGroup group = new ToggleGroup();
        FlowPane ways = new FlowPane();
        ways.getStyleClass().add("case-buttons");
        for (Way way : List.of(Way.PHONE, Way.POST, Way.IN_PERSON)) {
            ToggleButton button = new ToggleButton(texts.word(way));
            button.getStyleClass().add("tab-word");
            button.setToggleGroup(group);
            button.setUserData(way);
            button.setSelected(way == Way.PHONE);
            ways.getChildren().add(button);
        }
        TextArea said = new TextArea(model.jotter().text(What.SAID));
        said.textProperty().addListener((text, before, now) -> model.jotter().write(What.SAID, now));
        said.setId("reply-said");
        said.setPrefRowCount(ROWS_SAID);
        said.setWrapText(true);
        said.setPromptText(texts.text("reply.said-prompt"));
        said.setAccessibleText(texts.text("reply.said-prompt"));
        Button done = new Button(texts.text("reply.record"), Icons.of(Feather.CHECK));
        done.getStyleClass().add("main");
        done.setId("reply-record-done");
        done.setOnAction(event -> {
            if (group.getSelectedToggle() != null && group.getSelectedToggle().getUserData() instanceof Way way) {
                model.recordAnswer(way, said.getText());
            }
        });
        open("reply.how-answered", said, ways, said, buttons(done));
    }

    /** Asks which colleague reads the draft. */
    void askWho() {
        List<Person> colleagues = model.reference().people().values().stream()
                .filter(person -> !person.id().equals(model.writer()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
        Chooser<Person> chooser = new Chooser<>(
                colleagues,
                person -> person.title() == null ? person.name() : person.name() + ", " + person.title(),
                texts.live("reply.choose-colleague"));
        Button request = new Button(texts.text("reply.ask"), Icons.of(Feather.EYE));
        request.getStyleClass().add("main");
        request.setId("reply-ask");
        request.setOnAction(event -> {
            Person chosen = chooser.chosen();
            if (chosen == null) {
                chooser.requestFocus();
            } else {
                model.askReview(chosen.id());
                close();
            }
        });
        open("reply.who-reads", chooser, chooser, buttons(request));
    }

    void close() {
        getChildren().clear();
        setVisible(false);
    }

    private FlowPane buttons(Button first) {
        Button cancel = new Button(texts.text("reply.cancel"));
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> close());
        FlowPane buttons = new FlowPane(first, cancel);
        buttons.getStyleClass().add("case-buttons");
        return buttons;
    }

    private void open(String titleKey, Node focus, Node... nodes) {
        Label title = new Label(texts.text(titleKey));
        title.getStyleClass().add("strong");
        VBox box = new VBox(title);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("reply-panel");
        getChildren().setAll(box);
        setVisible(true);
        focus.requestFocus();
    }
}
