package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Unit;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.Sign;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What opens below the actions when one of them has to ask something. */
final class Panels {
    private static final int NOTE_ROWS = 3;

    private final CasefileViewModel model;
    private final CaseWords words;
    private final Texts texts;

    Panels(CasefileViewModel model, CaseWords words, Texts texts) {
        this.model = model;
        this.words = words;
        this.texts = texts;
    }

    /** A panel and what in it takes the focus. */
    record Opened(Node node, Node first) {}

    Opened of(CasefileViewModel.Panel panel, Casefile file) {
        return switch (panel) {
            case MOVE -> move(file);
            case THEME -> themes(file);
            case NOTE -> note();
            case KIND -> kind(file);
            case HAND_OVER -> handOver();
            case WITHDRAW -> withdraw();
        };
    }

    private Opened move(Casefile file) {
        VBox toUnit = toUnit(file);
        VBox toPerson = toPerson(file);
        StackPane body = new StackPane(toUnit);
        ToggleGroup group = new ToggleGroup();
        ToggleButton unit = tab(words.of("case.move-to-unit"), group);
        ToggleButton person = tab(words.of("case.move-to-person"), group);
        unit.setSelected(true);
        unit.setOnAction(event -> body.getChildren().setAll(toUnit));
        person.setOnAction(event -> body.getChildren().setAll(toPerson));
        FlowPane tabs = new FlowPane(unit, person);
        tabs.getStyleClass().add("case-buttons");
        return new Opened(
                panel(words.of("case.move-title"), tabs, body),
                toUnit.getChildren().getFirst());
    }

    private static ToggleButton tab(String words, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(words);
        tab.getStyleClass().add("tab-word");
        tab.setToggleGroup(group);
        return tab;
    }

    private VBox toUnit(Casefile file) {
        Language language = texts.language().get();
        List<Unit> units = file.reference().units().values().stream()
                .filter(unit -> !unit.id().equals(file.feedback().unit())
                        && !unit.id().equals(UnitId.TRIAGE)
                        && unit.responsible() != null)
                .sorted(Comparator.comparing(unit -> unit.name().in(language)))
                .toList();
        Chooser<Unit> chooser = new Chooser<>(units, unit -> unit.name().in(language), texts.live("case.choose-unit"));
        TextField reason = new TextField();
        reason.setId("case-move-reason");
        keep(reason, What.REASON_TO_MOVE);
        reason.promptTextProperty().bind(texts.live("case.move-reason"));
        reason.accessibleTextProperty().bind(texts.live("case.move-reason"));
        Label why = why();
        Button move = main(words.of("case.move-do"), Feather.ARROW_RIGHT);
        Runnable act = () -> {
            Unit chosen = chooser.chosen();
            if (chosen == null) {
                why.setText(words.of("case.why-no-unit"));
                chooser.requestFocus();
            } else if (reason.getText().isBlank()) {
                why.setText(words.of("case.why-no-reason"));
                reason.requestFocus();
            } else {
                model.moveTo(chosen.id(), reason.getText().strip());
            }
        };
        move.setOnAction(event -> act.run());
        reason.setOnAction(event -> act.run());
        return column(chooser, reason, buttons(move, cancel(What.REASON_TO_MOVE)), why);
    }

    private VBox toPerson(Casefile file) {
        List<Person> people = file.reference().people().values().stream()
                .filter(person -> !person.id().equals(file.feedback().assignee()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
        Chooser<Person> chooser = new Chooser<>(people, Panels::nameAndTitle, texts.live("case.choose-person"));
        Label why = why();
        Button give = main(words.of("case.assign-do"), Feather.USER);
        give.setOnAction(event -> {
            Person chosen = chooser.chosen();
            if (chosen == null) {
                why.setText(words.of("case.why-no-person"));
                chooser.requestFocus();
            } else {
                model.assignTo(chosen.id());
            }
        });
        FlowPane buttons = buttons(give, cancel());
        if (file.feedback().assignee() != null) {
            Button nobody = new Button(words.of("case.assign-nobody"));
            nobody.setOnAction(event -> model.assignTo(null));
            buttons.getChildren().add(1, nobody);
        }
        return column(chooser, buttons, why);
    }

    static String nameAndTitle(Person person) {
        return person.title() == null ? person.name() : person.name() + ", " + person.title();
    }

    private Opened themes(Casefile file) {
        Language language = texts.language().get();
        FlowPane themes = new FlowPane();
        themes.getStyleClass().add("case-themes");
        file.reference().themes().values().stream()
                .sorted(Comparator.comparing(theme -> theme.name().in(language)))
                .forEach(theme ->
                        themes.getChildren().add(theme(theme.id(), theme.name().in(language), file)));
        Button done = new Button(words.of("case.done"));
        done.setOnAction(event -> model.closePanel());
        Node first =
                themes.getChildren().isEmpty() ? done : themes.getChildren().getFirst();
        return new Opened(panel(words.of("case.theme-title"), themes, buttons(done)), first);
    }

    private Node theme(ThemeId id, String name, Casefile file) {
        ToggleButton theme = new ToggleButton(name, Icons.of(Feather.TAG));
        theme.getStyleClass().add("theme-toggle");
        theme.setSelected(file.feedback().themes().contains(id));
        theme.setOnAction(event -> model.toggleTheme(id));
        return theme;
    }

    private Opened note() {
        TextArea text = new TextArea();
        text.setId("case-note-text");
        keep(text, What.NOTE);
        text.setPrefRowCount(NOTE_ROWS);
        text.setWrapText(true);
        text.promptTextProperty().bind(texts.live("case.note-prompt"));
        text.accessibleTextProperty().bind(texts.live("case.note-prompt"));
        Label why = why();
        Runnable act = () -> {
            if (text.getText().isBlank()) {
                why.setText(words.of("case.why-empty-note"));
                text.requestFocus();
            } else {
                model.addNote(text.getText());
            }
        };
        text.setOnKeyPressed(event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                act.run();
                event.consume();
            }
        });
        Button add = main(words.of("case.note-do"), Feather.CHECK);
        add.setOnAction(event -> act.run());
        return new Opened(panel(words.of("case.note-title"), text, buttons(add, cancel(What.NOTE)), why), text);
    }

    private Opened kind(Casefile file) {
        FlowPane kinds = new FlowPane();
        kinds.getStyleClass().add("case-buttons");
        for (FeedbackKind kind : FeedbackKind.values()) {
            ToggleButton button = new ToggleButton(words.word(kind), Drawing.of(Sign.of(kind)));
            button.setSelected(kind == file.feedback().kind());
            button.setOnAction(event -> model.setKind(kind));
            kinds.getChildren().add(button);
        }
        return new Opened(
                panel(words.of("case.kind-title"), kinds), kinds.getChildren().getFirst());
    }

    private Opened handOver() {
        Label explained = new Label(words.of("case.handover-explained"));
        explained.setWrapText(true);
        Button objection = main(words.of("case.handover-objection"), Feather.CORNER_UP_RIGHT);
        objection.setOnAction(event -> model.handOver(HandoverKind.OBJECTION));
        Button safety = new Button(words.of("case.handover-safety"));
        safety.setOnAction(event -> model.handOver(HandoverKind.PATIENT_SAFETY));
        Button registry = new Button(words.of("case.handover-registry"));
        registry.setOnAction(event -> model.handOver(HandoverKind.REGISTRY));
        Button no = new Button(words.of("case.handover-no"));
        no.setOnAction(event -> model.closePanel());
        return new Opened(
                panel(words.of("case.is-objection"), explained, buttons(objection, safety, registry, no)), no);
    }

    private Opened withdraw() {
        var chosen = new SimpleObjectProperty<@Nullable WithdrawalReason>();
        Choice<WithdrawalReason> reasons =
                new Choice<>(List.of(WithdrawalReason.values()), texts::liveWord, chosen::set);
        Label explained = new Label(words.of("entered.what-happens"));
        explained.setWrapText(true);
        Label why = why();
        Button withdraw = main(words.of("entered.do"), Feather.X);
        withdraw.setId("case-withdraw-do");
        withdraw.setOnAction(event -> {
            WithdrawalReason reason = chosen.get();
            if (reason == null) {
                why.setText(words.of("entered.why-no-reason"));
                reasons.requestFocus();
            } else {
                model.withdraw(reason);
            }
        });
        // Both words would be of cancelling, side by side.
        Button leave = cancel();
        leave.setText(words.of("entered.leave"));
        return new Opened(panel(words.of("entered.why"), reasons, explained, buttons(withdraw, leave), why), reasons);
    }

    private Button cancel() {
        return cancel(model::closePanel);
    }

    private Button cancel(What written) {
        return cancel(() -> model.cancel(written));
    }

    private Button cancel(Runnable how) {
        Button cancel = new Button(words.of("case.cancel"));
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> how.run());
        return cancel;
    }

    /** Fills a field with what was left half written, and keeps what is written in it. */
    private void keep(TextInputControl field, What what) {
        field.setText(model.jotter().text(what));
        field.positionCaret(field.getLength());
        field.textProperty().addListener((text, before, now) -> model.jotter().write(what, now));
    }

    private static Button main(String words, Feather icon) {
        Button button = new Button(words, Icons.of(icon));
        button.getStyleClass().add("main");
        return button;
    }

    private static Label why() {
        Label why = new Label();
        why.getStyleClass().addAll("soon", "strong", "small");
        why.setWrapText(true);
        why.managedProperty().bind(why.textProperty().isNotEmpty());
        return why;
    }

    private static FlowPane buttons(Node... buttons) {
        FlowPane row = new FlowPane(buttons);
        row.getStyleClass().add("case-buttons");
        return row;
    }

    private static VBox column(Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("case-column");
        return column;
    }

    private static VBox panel(String title, Node... nodes) {
        Label heading = new Label(title);
        heading.getStyleClass().addAll("strong", "large");
        heading.setWrapText(true);
        VBox panel = new VBox(heading);
        panel.getChildren().addAll(nodes);
        panel.getStyleClass().addAll("card", "case-panel");
        return panel;
    }
}
