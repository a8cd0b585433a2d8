package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.Sign;
import fi.vastine.desktop.control.WrappingCell;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws one line of the inbox; its nodes are made once and filled again as the list moves. */
final class InboxCell extends WrappingCell<InboxLine> {
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final List<String> TONES = List.of("late", "soon", "done", "plain-chip");

    private final InboxViewModel model;
    private final Texts texts;
    private final Times times;
    private final WorkingDays workingDays;

    private final Label headingWords = new Label();
    private final FontIcon headingIcon = Icons.of(Feather.ALERT_CIRCLE);
    private final HBox heading = new HBox(headingIcon, headingWords);
    private final Drawing channel = Drawing.of(Sign.WEB);
    private final Label about = new Label();
    private final FontIcon dueIcon = Icons.of(Feather.CLOCK);
    private final Label due = new Label();
    private final Label words = new Label();
    private final FlowPane chips = new FlowPane();
    private final VBox entry;

    /**
     * @param onClick what follows when a case is clicked, which has been chosen then
     */
    InboxCell(InboxViewModel model, Texts texts, Times times, WorkingDays workingDays, Runnable onClick) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        this.workingDays = workingDays;
        heading.getStyleClass().add("inbox-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        about.getStyleClass().add("inbox-about");
        about.setGraphic(channel);
        about.setWrapText(true);
        due.getStyleClass().add("inbox-due");
        due.setGraphic(dueIcon);
        due.setWrapText(true);
        words.getStyleClass().addAll("inbox-words", "may-clip");
        words.setWrapText(true);
        chips.getStyleClass().add("inbox-chips");
        // Else it is never narrower than the longest name of a unit, which then does not wrap.
        chips.setMinWidth(0);
        entry = new VBox(new Ends(about, due), words, chips);
        entry.getStyleClass().add("inbox-entry");
        getStyleClass().add("inbox-cell");
        setOnMousePressed(event -> {
            if (getItem() instanceof InboxLine.Entry pressed) {
                model.choose(pressed.row());
            }
        });
        setOnMouseClicked(event -> onClick.run());
        // A list that is asked to say all anew leaves out the lines that stand ready beyond its edge.
        texts.language().subscribe((before, now) -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable InboxLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean isEntry = !empty && line instanceof InboxLine.Entry;
        pseudoClassStateChanged(HEADING, !isEntry);
        setMouseTransparent(!isEntry);
        if (empty || line == null) {
            pseudoClassStateChanged(UNREAD, false);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case InboxLine.Heading group -> show(group);
            case InboxLine.Entry row -> show(row);
        }
    }

    private void show(InboxLine.Heading group) {
        pseudoClassStateChanged(UNREAD, false);
        headingWords.setText(texts.text("inbox.group", texts.word(group.group()), group.count()));
        tone(heading, group.group() == DueGroup.LATE ? "late" : "");
        tone(headingWords, group.group() == DueGroup.LATE ? "late" : "");
        headingIcon.setVisible(group.group() == DueGroup.LATE);
        headingIcon.setManaged(group.group() == DueGroup.LATE);
        setAccessibleText(headingWords.getText());
        setGraphic(heading);
    }

    private void show(InboxLine.Entry line) {
        CaseRow row = line.row();
        pseudoClassStateChanged(UNREAD, line.unread());
        channel.show(Sign.of(row.channel()));
        about.setText(texts.text(
                "inbox.about",
                texts.word(row.kind()),
                texts.word(row.channel()),
                times.day(LocalDate.ofInstant(row.receivedAt(), DueDates.ZONE))));
        words.setText(row.excerpt().isBlank() ? texts.text("inbox.no-words") : row.excerpt());
        showDue(line);
        showChips(row);
        setAccessibleText(texts.text(
                line.unread() ? "inbox.spoken-unread" : "inbox.spoken",
                about.getText(),
                due.getText(),
                words.getText()));
        setGraphic(entry);
    }

    private void showDue(InboxLine.Entry line) {
        State state = state(line);
        due.setText(state.words());
        due.setVisible(!state.words().isEmpty());
        due.setManaged(!state.words().isEmpty());
        dueIcon.setIconCode(state.icon());
        tone(due, state.tone());
    }

    /** What stands at the right of a row: always a word and an icon, the tone only besides. */
    private record State(String words, Feather icon, String tone) {}

    private State state(InboxLine.Entry line) {
        CaseRow row = line.row();
        if (row.delivery() == DeliveryState.IN_DOUBT) {
            return new State(texts.text("inbox.delivery-in-doubt"), Feather.HELP_CIRCLE, "late");
        }
        if (row.waitsForReview() && line.group() == DueGroup.OTHERS) {
            return new State(texts.text("inbox.waits-for-review"), Feather.EYE, "");
        }
        if (line.group() == DueGroup.OTHERS && row.assignee() != null) {
            String name = model.reference().personName(row.assignee());
            return new State(texts.text("inbox.with", name), Feather.USER, "");
        }
        if (waitsToBeSent(row)) {
            return new State(texts.text("inbox.pending"), Feather.UPLOAD_CLOUD, "");
        }
        LocalDate dueOn = row.dueOn();
        if (row.owesReply() && dueOn != null) {
            int left = Math.max(0, workingDays.between(times.today(), dueOn));
            return new State(times.due(dueOn, left), Feather.CLOCK, tone(dueOn));
        }
        if (row.handedOver()) {
            return new State(texts.text("inbox.handed-over"), Feather.CORNER_UP_RIGHT, "");
        }
        return switch (row.status()) {
            case ANSWERED -> new State(texts.word(row.status()), Feather.CHECK, "done");
            case CLOSED -> new State(texts.word(row.status()), Feather.CHECK, "");
            case IN_PROGRESS -> new State(texts.word(row.status()), Feather.EDIT_3, "");
            case NEW -> new State("", Feather.CLOCK, "");
        };
    }

    /** A reply is only said to be given once the backend has it. */
    private static boolean waitsToBeSent(CaseRow row) {
        return row.pending() && row.delivery() == DeliveryState.WAITING;
    }

    private String tone(LocalDate dueOn) {
        if (dueOn.isBefore(times.today())) {
            return "late";
        }
        return dueOn.equals(times.today()) ? "soon" : "";
    }

    private void showChips(CaseRow row) {
        List<Chip> wanted = chipsOf(row);
        ObservableList<Node> drawn = chips.getChildren();
        // A list that scrolls fills its cells again at each drawing: making nodes and styling them is what takes the
        // time.
        while (drawn.size() < wanted.size()) {
            drawn.add(newChip());
        }
        drawn.remove(wanted.size(), drawn.size());
        for (int i = 0; i < wanted.size(); i++) {
            show(wanted.get(i), (Label) drawn.get(i));
        }
        chips.setVisible(!wanted.isEmpty());
        chips.setManaged(!wanted.isEmpty());
    }

    private record Chip(Feather icon, String word, String tone) {}

    private List<Chip> chipsOf(CaseRow row) {
        List<Chip> wanted = new ArrayList<>();
        if (row.signals().contains(Signal.URGENT)) {
            wanted.add(new Chip(Feather.ALERT_TRIANGLE, texts.text("inbox.urgent"), "late"));
        }
        if (row.delivery() == DeliveryState.FAILED && row.owesReply()) {
            wanted.add(new Chip(Feather.ALERT_CIRCLE, texts.text("inbox.delivery-failed"), "late"));
        }
        for (ThemeId theme : row.themes()) {
            wanted.add(new Chip(
                    Feather.TAG,
                    model.reference().themeName(theme, texts.language().get()),
                    ""));
        }
        if (row.hasDraft()) {
            wanted.add(new Chip(Feather.EDIT_2, texts.text("inbox.draft"), ""));
        }
        if (row.pending() && !waitsToBeSent(row)) {
            wanted.add(new Chip(Feather.UPLOAD_CLOUD, texts.text("inbox.pending"), ""));
        }
        if (model.units().size() > 1
                && model.unit().get() == null
                && !row.unit().equals(UnitId.TRIAGE)) {
            String unit =
                    model.reference().unitName(row.unit(), texts.language().get());
            wanted.add(new Chip(Feather.MAP_PIN, unit, "plain-chip"));
        }
        return wanted;
    }

    private Label newChip() {
        Label chip = new Label("", Icons.of(Feather.TAG));
        chip.getStyleClass().addAll("chip", "small-chip");
        chip.setWrapText(true);
        chip.maxWidthProperty().bind(chips.widthProperty());
        return chip;
    }

    private static void show(Chip chip, Label drawn) {
        drawn.setText(chip.word());
        ((FontIcon) drawn.getGraphic()).setIconCode(chip.icon());
        tone(drawn, chip.tone());
    }

    /** Leaves the styles alone that are right already: each change makes all below it be styled anew. */
    private static void tone(Node node, String tone) {
        ObservableList<String> styles = node.getStyleClass();
        if (!tone.isEmpty() && !styles.contains(tone)) {
            styles.add(tone);
        }
        styles.removeIf(style -> TONES.contains(style) && !style.equals(tone));
    }
}
