package fi.vastine.desktop.interview;

import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The collector's page: before the first question, one question a screen, or the end. To be used on the screen's thread. */
public final class InterviewView {
    private final InterviewViewModel model;
    private final Texts texts;
    private final Pages pages;
    private final Label counts = new Label();

    public InterviewView(InterviewViewModel model, EnteredViewModel entered, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        StartPage start = new StartPage(model, entered, texts, times);
        pages = new Pages(model, texts, Side.COLLECTOR, start::showing, List.of(full(), counts));
        pages.setId("interview");
        pages.addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
        counts.setId("interview-counts");
        counts.getStyleClass().addAll("muted", "small");
        counts.setWrapText(true);
        model.turned().subscribe(turned -> {
            if (turned) {
                CustomerScreen.turn(pages.getScene(), model, texts);
            }
        });
        model.day().byUnit().subscribe(ignored -> showCounts());
        entered.lines().subscribe(model.day()::recount);
        model.waiting().subscribe(ignored -> showCounts());
        texts.language().subscribe(ignored -> showCounts());
    }

    public Parent node() {
        return pages;
    }

    private void turn(KeyEvent event) {
        if (event.getCode() == KeyCode.F11 && model.asked() != null) {
            event.consume();
            model.turned().set(true);
        }
    }

    private Label full() {
        Label full = new Label();
        full.textProperty().bind(texts.live("entry.disk-full"));
        full.getStyleClass().addAll("late", "strong");
        full.setWrapText(true);
        full.visibleProperty().bind(model.diskFull());
        full.managedProperty().bind(full.visibleProperty());
        return full;
    }

    private void showCounts() {
        counts.setText(texts.text(
                "interview.counts", model.day().all(), model.waiting().get()));
    }
}
