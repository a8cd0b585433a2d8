package fi.vastine.desktop.entry;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The entries that are still on this laptop, each of which can be corrected until it is on its way. */
final class WaitingEntries extends VBox {
    private static final int MOST = 8;
    private static final int LONGEST = 80;

    private final EntryViewModel model;
    private final EnteredViewModel entered;
    private final Texts texts;
    private final Times times;
    private final VBox rows = new VBox();

    WaitingEntries(EntryViewModel model, EnteredViewModel entered, Texts texts, Times times) {
        this.model = model;
        this.entered = entered;
        this.texts = texts;
        this.times = times;
        Label title = new Label();
        title.textProperty().bind(texts.live("syncfoot.title"));
        title.getStyleClass().add("strong");
        rows.getStyleClass().add("entry-waiting-rows");
        getStyleClass().add("entry-waiting");
        getChildren().addAll(title, rows);
        managedProperty().bind(visibleProperty());
        model.waiting().subscribe(this::show);
        entered.lines().subscribe(this::show);
        texts.language().subscribe(ignored -> show());
    }

    private void show() {
        List<Waiting> here = model.waiting().stream().filter(entered::isHere).toList();
        setVisible(!here.isEmpty());
        rows.getChildren().setAll(here.stream().limit(MOST).map(this::row).toList());
        if (here.size() > MOST) {
            Label more = new Label(texts.text("entry.more", here.size() - MOST));
            more.getStyleClass().addAll("muted", "small");
            rows.getChildren().add(more);
        }
    }

    private Node row(Waiting waiting) {
        if (!(waiting.command() instanceof Command.EnterFeedback entry)) {
            throw new IllegalArgumentException("Not an entry: " + waiting.id());
        }
        String about = entered.numbered(
                waiting,
                texts.text(
                        "entry.about",
                        times.clock(waiting.madeAt()),
                        texts.word(entry.kind()),
                        model.units().name(entry.unit())));
        Label line = new Label(about);
        line.getStyleClass().addAll("muted", "small");
        Label words = new Label(beginning(entry.text()));
        words.getStyleClass().add("may-clip");
        VBox said = new VBox(line, words);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMinWidth(0);
        Button correct = new Button(texts.text("entry.correct"));
        correct.setAccessibleText(texts.text("entry.correct-spoken", about));
        correct.getStyleClass().add("link");
        correct.setMinWidth(USE_PREF_SIZE);
        correct.setOnAction(ignored -> model.takeBack(waiting.id()));
        HBox row = new HBox(said, correct);
        row.getStyleClass().add("entry-waiting-row");
        return row;
    }

    private static String beginning(String text) {
        String flat = IdentityCodes.masked(text).replace('\n', ' ');
        return flat.length() > LONGEST ? flat.substring(0, LONGEST) + "…" : flat;
    }
}
