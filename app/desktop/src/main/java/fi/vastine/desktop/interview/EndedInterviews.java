package fi.vastine.desktop.interview;

import fi.vastine.contract.command.Command;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Who was asked and has not been on the way to the backend: their answers can be corrected. */
final class EndedInterviews extends VBox {
    private static final int MOST = 5;

    private final InterviewViewModel model;
    private final EnteredViewModel entered;
    private final Texts texts;
    private final Times times;

    EndedInterviews(InterviewViewModel model, EnteredViewModel entered, Texts texts, Times times) {
        this.model = model;
        this.entered = entered;
        this.texts = texts;
        this.times = times;
        setId("interview-ended");
        getStyleClass().add("interview-parked");
        managedProperty().bind(visibleProperty());
        model.ended().addListener((ListChangeListener<Waiting>) ignored -> show());
        entered.lines().subscribe(this::show);
        texts.language().subscribe(ignored -> show());
    }

    private void show() {
        List<Waiting> here = model.ended().stream().filter(entered::isHere).toList();
        setVisible(!here.isEmpty());
        Label title = new Label(texts.text("syncfoot.title"));
        title.getStyleClass().add("strong");
        getChildren().setAll(title);
        here.stream().limit(MOST).forEach(each -> getChildren().add(row(each)));
        int more = here.size() - MOST;
        if (more > 0) {
            Label rest = new Label(texts.text("entry.more", more));
            rest.getStyleClass().addAll("muted", "small");
            getChildren().add(rest);
        }
    }

    private Node row(Waiting waiting) {
        if (!(waiting.command() instanceof Command.EnterFeedback entry)) {
            throw new IllegalArgumentException("Not an entry: " + waiting.id());
        }
        String about = entered.numbered(
                waiting,
                texts.text(
                        "interview.ended-about",
                        times.clock(waiting.madeAt()),
                        model.nextCustomer().unitName(entry.unit()),
                        model.nextCustomer().formName(entry.answers().form())));
        Label line = new Label(about);
        line.setWrapText(true);
        Button correct = new Button(texts.text("entry.correct"));
        correct.setAccessibleText(texts.text("interview.correct-spoken", about));
        correct.setId("interview-correct");
        correct.getStyleClass().add("link");
        correct.setOnAction(event -> model.correct(waiting.id()));
        // Without its form nothing can be shown to be corrected.
        correct.setVisible(model.nextCustomer().holds(entry.answers().form()));
        FlowPane row = new FlowPane(line, correct);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("interview-rest");
        return row;
    }
}
