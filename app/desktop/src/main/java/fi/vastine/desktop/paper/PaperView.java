package fi.vastine.desktop.paper;

import fi.vastine.core.session.Interview;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

/** The pile that is chosen, the paper that is typed, or where two typings differ. To be used on the screen's thread. */
public final class PaperView {
    private final PaperViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final BatchPage batch;
    private final PaperPage paper;
    private final CheckPage check;
    private final Label counts = new Label();

    /**
     * Makes the page.
     *
     * @param opener opens a file in the program that the computer has for it
     */
    public PaperView(PaperViewModel model, EnteredViewModel entered, Texts texts, Times times, Consumer<Path> opener) {
        this.model = model;
        this.texts = texts;
        batch = new BatchPage(model, entered, texts, times, opener);
        paper = new PaperPage(model, texts, times);
        check = new CheckPage(model, texts);
        root.setId("paper");
        root.getStyleClass().add("paper");
        counts.setId("paper-counts");
        counts.getStyleClass().addAll("muted", "small", "paper-counts");
        counts.setWrapText(true);
        root.setBottom(counts);
        model.paper().subscribe(ignored -> show());
        model.check().subscribe(ignored -> show());
        model.day().byUnit().subscribe(ignored -> showCounts());
        entered.lines().subscribe(model.day()::recount);
        model.waiting().subscribe(ignored -> showCounts());
        texts.language().subscribe(ignored -> showCounts());
    }

    public Parent node() {
        return root;
    }

    /** The keys that act while papers are shown. */
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), "paper.keep", this::goOn),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.UP, KeyCombination.SHORTCUT_DOWN),
                        "paper.correct-before",
                        model::takeBack),
                Shortcut.withControl(KeyCode.O, "paper.scan", paper::chooseScan),
                Shortcut.withControl(KeyCode.D, "paper.check", model::checkPaper),
                Shortcut.single(KeyCode.ESCAPE, "paper.leave", this::leave));
    }

    private void goOn() {
        if (model.paper().get() == null) {
            model.begin();
        } else {
            model.keepPaper();
        }
    }

    private void leave() {
        if (model.first().get() == null) {
            model.leaveBatch();
        } else {
            model.leaveCheck();
        }
    }

    private void show() {
        Interview now = model.paper().get();
        Node page = now == null ? batch.node() : model.check().get() == null ? paper.node() : check.node();
        if (!page.equals(root.getCenter())) {
            root.setCenter(page);
        }
    }

    private void showCounts() {
        counts.setText(
                texts.text("paper.counts", model.day().all(), model.waiting().get()));
    }
}
