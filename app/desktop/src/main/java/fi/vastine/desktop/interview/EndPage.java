package fi.vastine.desktop.interview;

import fi.vastine.core.session.Interview;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Behind the last question: thanks, room for the helper's own words, and the next customer in one key. */
final class EndPage implements Page {
    private final InterviewViewModel model;
    private final Texts texts;
    private final Interview interview;
    private final Consumer<Runnable> inTurn;

    EndPage(InterviewViewModel model, Texts texts, Interview interview, Consumer<Runnable> inTurn) {
        this.model = model;
        this.texts = texts;
        this.interview = interview;
        this.inTurn = inTurn;
    }

    @Override
    public Node node() {
        Label thanks = new Label(texts.textIn(interview.language(), "interview.thanks"));
        thanks.getStyleClass().add("interview-words");
        thanks.setWrapText(true);
        Label answered = new Label(texts.text("interview.answered", interview.answers(), interview.questions()));
        answered.setId("interview-answered");
        answered.getStyleClass().add("muted");
        Label remarkOf = new Label(texts.text("interview.remark"));
        remarkOf.getStyleClass().add("strong");
        TextArea remark = new TextArea();
        remark.setId("interview-remark");
        remark.setPrefRowCount(3);
        remark.setWrapText(true);
        remark.setAccessibleText(remarkOf.getText());
        remark.textProperty().bindBidirectional(model.remark());
        ActionButton next = new ActionButton(
                Feather.USER_PLUS, texts.live("interview.next-customer"), "Ctrl ↵", model::end, ignored -> {});
        next.setId("interview-next-customer");
        next.main();
        VBox page = new VBox(thanks, answered, remarkOf, remark, new HBox(next));
        page.getStyleClass().add("interview-start");
        page.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                next.perform();
            }
        });
        next.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                next.requestFocus();
            }
        });
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    @Override
    public List<Node> ways() {
        Button back = new Button(texts.text("interview.back"));
        back.setOnAction(event -> inTurn.accept(model::back));
        return List.of(back, new TakeAway(() -> inTurn.accept(model::takeAway), texts).node());
    }
}
