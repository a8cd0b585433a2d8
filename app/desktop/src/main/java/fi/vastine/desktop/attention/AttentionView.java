package fi.vastine.desktop.attention;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.ConflictReason;
import fi.vastine.contract.command.Outcome;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.desktop.attention.AttentionViewModel.Detail;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.shell.Front;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of what needs attention and, beside it, one item with its texts and steps. To be used on the screen's thread. */
public final class AttentionView {
    private static final double HALF = 50;

    private final AttentionViewModel model;
    private final Texts texts;
    private final Times times;
    private final AttentionWords words;
    private final ListView<Item> list = new ListView<>();
    private final VBox listSide = new VBox();
    private final StackPane body = new StackPane();
    private final VBox none = new VBox();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    public AttentionView(AttentionViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        words = new AttentionWords(texts, times);
        list.setId("attention-list");
        list.setItems(model.items());
        list.setCellFactory(ignored ->
                new AttentionCell(model, texts, words, () -> model.front().set(Front.DETAIL)));
        list.accessibleTextProperty().bind(texts.live("attention.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        none.getStyleClass().add("inbox-empty");
        none.setAlignment(Pos.CENTER);
        body.getChildren().addAll(list, none);
        VBox.setVgrow(body, Priority.ALWAYS);
        Label title = new Label();
        title.textProperty().bind(texts.live("attention.count", Bindings.size(model.items())));
        title.getStyleClass().addAll("strong", "attention-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("attention-head");
        listSide.getChildren().addAll(head, body);
        listSide.getStyleClass().add("inbox");
        content.getStyleClass().add("attention");
        scroll.setFitToWidth(true);
        scroll.setId("attention-detail");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.accessibleTextProperty().bind(texts.live("attention.detail"));
        follow();
    }

    /** The list, and beside it the item that is looked at. */
    public Place.Panes.ListAndDetail panes() {
        return new Place.Panes.ListAndDetail(
                new Place.Side(listSide, list::requestFocus),
                new Place.Side(scroll, scroll::requestFocus),
                model.front());
    }

    private void follow() {
        model.items().addListener((ListChangeListener<Item>) change -> showWhetherAny());
        model.detail().subscribe(ignored -> draw());
        model.diskFull().subscribe(ignored -> draw());
        model.book().subscribe(ignored -> list.refresh());
        texts.language().subscribe(ignored -> {
            list.refresh();
            showWhetherAny();
            draw();
        });
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.moveBy(1);
            case UP -> model.moveBy(-1);
            case ENTER -> {
                model.front().set(Front.DETAIL);
                scroll.requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showWhetherAny() {
        boolean empty = model.items().isEmpty();
        none.setVisible(empty);
        list.setVisible(!empty);
        Label nothing = new Label(texts.text("attention.none"));
        nothing.getStyleClass().addAll("strong", "large");
        nothing.setWrapText(true);
        Label hint = new Label(texts.text("attention.none-hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        none.getChildren().setAll(Icons.of(Feather.CHECK_CIRCLE), nothing, hint);
    }

    private void draw() {
        Detail detail = model.detail().get();
        content.getChildren().clear();
        int chosen = model.indexOfChosen();
        if (chosen >= 0) {
            list.getSelectionModel().select(chosen);
        }
        if (detail == null) {
            return;
        }
        Item item = detail.item();
        Reference reference = model.book().get().reference();
        Label title = new Label(words.title(item));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        Label explanation = new Label(words.explanation(item, reference));
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        content.getChildren().addAll(title, explanation, texts(detail), steps(detail));
        if (model.diskFull().get()) {
            Label full = new Label(texts.text("attention.disk-full"));
            full.getStyleClass().addAll("late", "strong");
            full.setWrapText(true);
            content.getChildren().add(full);
        }
    }

    /** The reply that was first beside the person's own text; or that text alone, below what the customer wrote. */
    private Node texts(Detail detail) {
        Item item = detail.item();
        Optional<Reply> first = firstReply(detail);
        Node own = Step.textOf(item.command())
                .<Node>map(text -> card(Feather.EDIT_2, texts.text("attention.your-text"), text, "attention-own"))
                .orElseGet(Region::new);
        if (first.isPresent()) {
            Node sent = card(
                    Feather.SEND,
                    texts.text("attention.first-reply", times.moment(first.get().answeredAt())),
                    first.get().text(),
                    "attention-first");
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(HALF);
            GridPane both = new GridPane();
            both.getColumnConstraints().setAll(half, half);
            both.addRow(0, sent, own);
            both.getStyleClass().add("attention-both");
            return both;
        }
        VBox column = new VBox();
        column.getStyleClass().add("attention-column");
        FeedbackCase current = detail.current();
        String excerpt = model.book()
                .get()
                .row(item.caseId())
                .map(CaseRow::excerpt)
                .orElse(texts.text("attention.case-not-here"));
        if (current != null || item.outcome() instanceof Outcome.Gone) {
            column.getChildren()
                    .add(card(Feather.MESSAGE_SQUARE, texts.text("attention.customer"), excerpt, "attention-first"));
        }
        column.getChildren().add(own);
        return column;
    }

    private static Optional<Reply> firstReply(Detail detail) {
        FeedbackCase current = detail.current();
        if (current != null
                && detail.item().outcome() instanceof Outcome.Conflict conflict
                && conflict.why() == ConflictReason.ANSWERED_ALREADY
                && conflict.current() != null) {
            return current.reply(Step.reply(conflict.current()));
        }
        return Optional.empty();
    }

    private static Node card(Feather icon, String heading, String text, String style) {
        Label above = new Label(heading, Icons.of(icon));
        above.getStyleClass().addAll("strong", "small", "attention-above");
        above.setWrapText(true);
        Label said = new Label(text);
        said.setWrapText(true);
        VBox card = new VBox(said);
        card.getStyleClass().addAll("card", style);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox column = new VBox(above, card);
        column.getStyleClass().add("attention-text");
        return column;
    }

    private Node steps(Detail detail) {
        Item item = detail.item();
        FlowPane row = new FlowPane();
        row.getStyleClass().add("case-buttons");
        List<Step> steps = detail.steps();
        for (Step step : steps) {
            Button button = new Button(words.step(step), Icons.of(icon(step)));
            button.setId("attention-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (step == steps.getFirst()) {
                button.getStyleClass().add("main");
            }
            button.setOnAction(event -> take(step, item));
            row.getChildren().add(button);
        }
        return row;
    }

    private void take(Step step, Item item) {
        if (step == Step.COPY_TEXT) {
            ClipboardContent copied = new ClipboardContent();
            Step.textOf(item.command()).ifPresent(copied::putString);
            Clipboard.getSystemClipboard().setContent(copied);
        }
        model.front().set(Front.LIST);
        list.requestFocus();
        model.take(step, item);
    }

    private static Feather icon(Step step) {
        return switch (step) {
            case APPLY_ANEW -> Feather.REFRESH_CW;
            case LEAVE_DRAFT, LET_BE -> Feather.CHECK;
            case SUPPLEMENT -> Feather.CORNER_UP_LEFT;
            case TO_NOTE -> Feather.FILE_TEXT;
            case OPEN_CASE, MEND_PLAN -> Feather.ARROW_RIGHT;
            case COPY_TEXT -> Feather.COPY;
        };
    }

    /** The picture of what was meant. */
    static Feather icon(Command command) {
        return switch (command) {
            case Command.SendReply send -> Feather.CORNER_UP_LEFT;
            case Command.RecordAnswer answer -> Feather.PHONE;
            case Command.AddNote note -> Feather.FILE_TEXT;
            case Command.MoveToUnit move -> Feather.ARROW_RIGHT;
            case Command.AssignTo assign -> Feather.USER;
            case Command.AddTheme add -> Feather.TAG;
            case Command.RemoveTheme remove -> Feather.TAG;
            case Command.HandOver handOver -> Feather.CORNER_UP_RIGHT;
            case Command.ThankTeam thank -> Feather.HEART;
            case Command.SettleDelivery settle -> Feather.MAIL;
            case Command.PlanCampaign plan -> Feather.CALENDAR;
            case Command.EndCampaign end -> Feather.CALENDAR;
            case Command.WithdrawEntry withdraw -> Feather.X;
            default -> Feather.EDIT_2;
        };
    }

    static @Nullable String unitName(Item item, AttentionViewModel model, Texts texts) {
        return model.book()
                .get()
                .row(item.caseId())
                .map(row -> model.book()
                        .get()
                        .reference()
                        .unitName(row.unit(), texts.language().get()))
                .orElse(null);
    }
}
