package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Form;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Question;
import fi.vastine.desktop.control.UnitField;
import fi.vastine.desktop.entered.EnteredView;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is settled once for a pile of papers. */
final class BatchPage {
    private final PaperViewModel model;
    private final Batch batch;
    private final Texts texts;
    private final Times times;
    private final UnitField unit;
    private final StackPane forms = new StackPane();
    private final VBox parked = new VBox();
    private final TextField day = new TextField();
    private final ActionButton begin;
    private final ScrollPane page;

    BatchPage(PaperViewModel model, EnteredViewModel entered, Texts texts, Times times, Consumer<Path> opener) {
        this.model = model;
        this.batch = model.batch();
        this.texts = texts;
        this.times = times;
        begin = new ActionButton(Feather.PLAY, texts.live("paper.begin"), "Enter", model::begin, ignored -> {});
        begin.setId("paper-begin");
        begin.main();
        unit = new UnitField(batch.units(), batch.unit(), "paper", texts, this::takeFocus);
        page = page(
                new PrintRow(model, texts, opener).node(),
                new EnteredView(entered, each -> each.form() != null && each.channel() == Channel.PAPER, texts));
        batch.forms().addListener((ListChangeListener<Form>) ignored -> showForms());
        batch.form().subscribe(ignored -> showForms());
        model.state().subscribe(ignored -> showParked());
        texts.language().subscribe(ignored -> {
            showForms();
            showParked();
        });
        begin.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                takeFocus();
            }
        });
    }

    Node node() {
        return page;
    }

    private ScrollPane page(Node print, Node sent) {
        Label title = label("paper.title");
        title.getStyleClass().setAll("label", "title");
        Label how = new Label();
        how.textProperty().bind(texts.live("paper.how"));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(
                new VBox(title, how),
                new Question(texts.live("entry.unit"), unit.button(), unit),
                new Question(texts.live("interview.form"), forms),
                new Question(texts.live("paper.day"), day, dayRow()),
                new Question(texts.live("paper.language"), languages()),
                footer(),
                print,
                parked,
                sent);
        parked.getStyleClass().add("interview-parked");
        content.getStyleClass().add("interview-start");
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> beginOnEnter(event, print, sent));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /** To the first thing that is wanting; where nothing is, one key begins. */
    private void takeFocus() {
        if (batch.unit().get() == null) {
            unit.requestFocus();
        } else if (batch.form().get() == null) {
            forms.getChildren().getFirst().requestFocus();
        } else {
            begin.requestFocus();
        }
    }

    private void showForms() {
        Choice<Form> choice = new Choice<>(
                List.copyOf(batch.forms()),
                each -> new SimpleStringProperty(
                        each.title().in(texts.language().get())),
                batch.form()::set);
        choice.show(batch.form().get());
        boolean focused = forms.isFocusWithin();
        forms.getChildren().setAll(choice);
        if (focused) {
            choice.requestFocus();
        }
    }

    private Node dayRow() {
        day.setId("paper-day");
        day.textProperty().bindBidirectional(batch.day());
        day.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                batch.moveDay(event.getCode() == KeyCode.UP ? 1 : -1);
                event.consume();
            }
        });
        Label weekday = new Label();
        weekday.getStyleClass().addAll("muted", "small");
        weekday.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> times.readDate(batch.day().get()).map(times::day).orElse(""),
                        batch.day(),
                        texts.language()));
        HBox row = new HBox(day, weekday);
        row.getStyleClass().add("entry-day");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node languages() {
        Choice<Language> choice = Choice.ofLanguages(texts, batch.language()::set);
        batch.language().subscribe(choice::show);
        return choice;
    }

    private Node footer() {
        Label why = new Label();
        why.setId("paper-why");
        why.getStyleClass().addAll("soon", "strong");
        batch.hindrance().subscribe(key -> {
            String words = key == null ? null : texts.text(key);
            why.setText(words == null ? "" : words);
            begin.hinder(words);
        });
        FlowPane footer = new FlowPane(begin, why);
        footer.getStyleClass().add("entry-footer");
        return footer;
    }

    private void showParked() {
        parked.getChildren().clear();
        Interviews.State now = model.state().get();
        if (now != null && !now.parked().isEmpty()) {
            parked.getChildren().add(label("interview.parked"));
            now.parked().forEach(each -> parked.getChildren().add(parked(each)));
        }
    }

    private Button parked(Interview each) {
        LocalDate given = each.start().givenOn();
        String about = texts.text(
                "paper.parked",
                batch.unitName(each.start().unit()),
                each.filled().form().title().in(texts.language().get()),
                given == null ? "" : times.day(given),
                each.answers(),
                each.questions());
        Button on = new Button(about);
        on.setWrapText(true);
        on.setMinHeight(Region.USE_PREF_SIZE);
        on.setAccessibleText(texts.text("interview.go-on", about));
        on.setOnAction(event -> model.takeUp(each.caseId()));
        return on;
    }

    /** Enter begins from wherever one stands, save in the list of units and where Enter presses what has the focus. */
    private void beginOnEnter(KeyEvent event, Node print, Node sent) {
        boolean presses = parked.isFocusWithin() || print.isFocusWithin() || sent.isFocusWithin();
        if (event.getCode() == KeyCode.ENTER && !unit.isChoosing() && !presses && !event.isShortcutDown()) {
            event.consume();
            begin.perform();
        }
    }

    private Label label(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.live(key));
        label.getStyleClass().add("strong");
        return label;
    }
}
