package fi.vastine.desktop.entered;

import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.core.session.EnteredToday.Line;
import fi.vastine.core.session.EnteredToday.Stage;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Question;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The entries that are no longer here to be corrected, each with the way to withdraw it. */
public final class EnteredView extends VBox {
    private static final int MOST = 12;

    private final EnteredViewModel model;
    private final Predicate<Line> shown;
    private final Texts texts;
    private boolean all;

    /** @param mine which of the day's entries were made this way */
    public EnteredView(EnteredViewModel model, Predicate<Line> mine, Texts texts) {
        this.model = model;
        this.shown = mine.and(each -> each.stage() != Stage.HERE);
        this.texts = texts;
        setId("entered");
        getStyleClass().add("entry-waiting");
        managedProperty().bind(visibleProperty());
        model.lines().addListener((ListChangeListener<Line>) ignored -> show());
        model.asked().addListener((ignored, was, now) -> {
            show();
            takeFocus(was == null ? now : was);
        });
        model.reference().subscribe(ignored -> show());
        texts.language().subscribe(ignored -> show());
    }

    private void show() {
        List<Line> lines = model.lines().stream().filter(shown).toList();
        setVisible(!lines.isEmpty());
        Label title = new Label(texts.text("entered.title"));
        title.getStyleClass().add("strong");
        getChildren().setAll(title, words("entered.not-here", "muted", "small"));
        lines.stream().limit(all ? lines.size() : MOST).forEach(this::add);
        if (!all && lines.size() > MOST) {
            Button more = new Button(texts.text("entry.more", lines.size() - MOST));
            more.getStyleClass().add("link");
            more.setOnAction(event -> {
                all = true;
                show();
            });
            getChildren().add(more);
        }
    }

    private void add(Line line) {
        getChildren().add(row(line));
        if (line.canBeWithdrawn() && line.caseId().equals(model.asked().get())) {
            getChildren().add(question(line));
        }
    }

    private Node row(Line line) {
        String about = model.about(line);
        Label words = new Label(about);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label stage = new Label(texts.text(
                switch (line.stage()) {
                    case HERE -> "syncfoot.title";
                    case ON_WIRE -> "entered.on-wire";
                    case TAKEN -> "entered.taken";
                    case WITHDRAWING -> "entered.withdrawing";
                    case WITHDRAWN -> "entered.withdrawn";
                }));
        stage.getStyleClass().addAll("muted", "small");
        FlowPane row = new FlowPane(stage);
        row.getStyleClass().add("interview-rest");
        if (line.canBeWithdrawn()) {
            Button withdraw = new Button(texts.text("entered.withdraw"));
            withdraw.setId("entered-withdraw-" + line.number());
            withdraw.setAccessibleText(texts.text("entered.withdraw-spoken", about));
            withdraw.getStyleClass().add("link");
            withdraw.setMinWidth(USE_PREF_SIZE);
            withdraw.setUserData(line.caseId());
            withdraw.setOnAction(event -> model.ask(line.caseId()));
            row.getChildren().add(withdraw);
        }
        return new VBox(words, row);
    }

    private Node question(Line line) {
        Label why = new Label();
        why.setId("entered-why");
        why.getStyleClass().addAll("soon", "strong", "small");
        why.setWrapText(true);
        why.managedProperty().bind(why.textProperty().isNotEmpty());
        var chosen = new SimpleObjectProperty<@Nullable WithdrawalReason>();
        Choice<WithdrawalReason> reasons = new Choice<>(List.of(WithdrawalReason.values()), texts::liveWord, reason -> {
            chosen.set(reason);
            why.setText("");
        });
        reasons.setId("entered-reasons");
        ActionButton yes = new ActionButton(
                Feather.X,
                texts.live("entered.do"),
                "",
                () -> {
                    WithdrawalReason reason = chosen.get();
                    if (reason == null) {
                        why.setText(texts.text("entered.why-no-reason"));
                        reasons.requestFocus();
                    } else {
                        model.withdraw(line, reason);
                    }
                },
                ignored -> {});
        yes.setId("entered-do");
        Button no = new Button(texts.text("entered.leave"));
        no.setId("entered-leave");
        no.setOnAction(event -> model.leave());
        FlowPane buttons = new FlowPane(yes, no, why);
        buttons.getStyleClass().add("entry-footer");
        VBox question = new VBox(
                new Question(texts.live("entered.why"), reasons), words("entered.what-happens", "small"), buttons);
        question.setId("entered-question");
        question.getStyleClass().addAll("card", "case-panel");
        question.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.leave();
            }
        });
        return question;
    }

    private Label words(String key, String... styles) {
        Label words = new Label(texts.text(key));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll(styles);
        return words;
    }

    /** It may have opened below the edge of the window. */
    private static void bringIntoSight(Node question) {
        Parent at = question.getParent();
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        if (at instanceof ScrollPane scroll) {
            scroll.applyCss();
            scroll.layout();
            Node content = scroll.getContent();
            double room = scroll.getViewportBounds().getHeight();
            double beyond = content.getLayoutBounds().getHeight() - room;
            Bounds place = content.sceneToLocal(question.localToScene(question.getLayoutBounds()));
            if (beyond > 0 && place.getMaxY() > scroll.getVvalue() * beyond + room) {
                scroll.setVvalue(Math.clamp(Math.min(place.getMinY(), place.getMaxY() - room) / beyond, 0, 1));
            }
        }
    }

    /** Into the question that opened, or back to where it was asked. */
    private void takeFocus(@Nullable Object entry) {
        Node question = lookup("#entered-reasons");
        if (question != null) {
            question.requestFocus();
            bringIntoSight(lookup("#entered-question"));
            return;
        }
        lookupAll(".link").stream()
                .filter(each -> Objects.equals(each.getUserData(), entry))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
