package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.cases.Way;
import fi.vastine.core.session.Reminder;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The editor itself, or the line that says a reply is about to go. */
final class ReplyEditor {
    private final ReplyViewModel model;
    private final DraftInWork draft;
    private final Texts texts;

    private final VBox root = new VBox();
    private final VBox editor = new VBox();
    private final HBox going = new HBox();
    private final StringProperty recordWords = new SimpleStringProperty("");
    private final Label review = new Label();
    private final BlankArea blankArea;
    private final FlowPane footer = new FlowPane();
    private final Label why = new Label();
    private final ReplyHead head;
    private final ReplyPanel panel;
    private final ActionButton send;
    private final ActionButton record;
    private final ActionButton ask;

    ReplyEditor(ReplyViewModel model, Texts texts, Times times) {
        this.model = model;
        this.draft = model.draft();
        this.texts = texts;
        head = new ReplyHead(model, texts, times);
        panel = new ReplyPanel(model, texts);
        blankArea = new BlankArea(draft::blanks);
        send = new ActionButton(Feather.SEND, texts.live("reply.send"), "", model::send, ignored -> goToHindrance());
        send.setId("reply-send");
        record = new ActionButton(Feather.PHONE, recordWords, "", this::recordAnswer, ignored -> {});
        record.setId("reply-record");
        ask = new ActionButton(Feather.EYE, texts.live("reply.ask-review"), "", panel::askWho, ignored -> {});
        ask.setId("reply-ask-review");
        makeEditor();
        makeGoing();
        root.getChildren().addAll(going, editor);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::closeOnEscape);
    }

    Parent node() {
        return root;
    }

    private void makeEditor() {
        editor.getStyleClass().add("reply");
        editor.setId("reply");
        editor.managedProperty().bind(editor.visibleProperty());
        TextArea area = blankArea.area();
        area.setId("reply-text");
        area.accessibleTextProperty().bind(texts.live("reply.text"));
        area.promptTextProperty().bind(texts.live("reply.said-prompt"));
        area.textProperty().bindBidirectional(draft.text());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        review.getStyleClass().addAll("reply-review", "small");
        review.setWrapText(true);
        review.managedProperty().bind(review.visibleProperty());
        editor.getChildren().addAll(head.node(), review, blankArea, reminders(), footer(), panel);
    }

    private Node reminders() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("reply-reminders");
        for (Reminder reminder : Reminder.values()) {
            CheckBox box = new CheckBox();
            box.textProperty().bind(texts.liveWord(reminder));
            box.setOnAction(event -> {
                if (box.isSelected()) {
                    draft.ticked().add(reminder);
                } else {
                    draft.ticked().remove(reminder);
                }
            });
            draft.ticked().addListener((SetChangeListener<Reminder>)
                    change -> box.setSelected(change.getSet().contains(reminder)));
            row.getChildren().add(box);
        }
        return row;
    }

    private Node footer() {
        why.setId("reply-why");
        why.getStyleClass().addAll("soon", "strong", "small");
        why.setWrapText(true);
        why.maxWidthProperty().bind(footer.widthProperty());
        footer.getStyleClass().add("reply-footer");
        return footer;
    }

    private void makeGoing() {
        Label words = new Label();
        words.textProperty().bind(texts.live("reply.going"));
        words.getStyleClass().add("strong");
        words.setWrapText(true);
        going.getChildren().addAll(Icons.of(Feather.SEND), words);
        going.getStyleClass().addAll("band", "soon");
        going.setAlignment(Pos.CENTER_LEFT);
        going.managedProperty().bind(going.visibleProperty());
    }

    /** Shows what the model says, from now on; to be called once it is in the window, where it can take the focus. */
    void follow() {
        model.active().subscribe(open -> {
            editor.setVisible(open);
            if (open) {
                begin();
            }
        });
        model.sending().subscribe(sending -> going.setVisible(sending != null));
        model.hindrance().subscribe(ignored -> showHindrance());
        model.review().subscribe(ignored -> showReview());
        texts.language().subscribe(ignored -> {
            showHindrance();
            showReview();
            nameRecord();
        });
    }

    private void nameRecord() {
        recordWords.set(
                switch (draft.way()) {
                    case MAIL, PHONE -> texts.text("reply.answered-by-phone");
                    case POST -> texts.text("reply.answered-by-letter");
                    case IN_PERSON -> texts.text("reply.answered-in-person");
                });
    }

    private void begin() {
        panel.close();
        head.show();
        showActions();
        nameRecord();
        showReview();
        TextArea area = blankArea.area();
        draft.blankAfter(0).ifPresentOrElse(blank -> area.selectRange(blank.start(), blank.end()), area::end);
        area.requestFocus();
    }

    /** The main action is the one the customer's wish asks for. */
    private void showActions() {
        boolean mail = draft.way() == Way.MAIL;
        send.beside();
        record.beside();
        (mail ? send : record).main();
        footer.getChildren().clear();
        if (mail) {
            footer.getChildren().addAll(send, ask, record, why);
        } else {
            footer.getChildren().addAll(record, why);
        }
        why.setVisible(mail);
    }

    private void recordAnswer() {
        if (draft.way() == Way.MAIL) {
            panel.askHow();
        } else {
            model.recordAnswer(draft.way(), draft.text().get());
        }
    }

    private void onKey(KeyEvent event) {
        TextArea area = blankArea.area();
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            var blank = event.isShiftDown()
                    ? draft.blankBefore(area.getSelection().getStart())
                    : draft.blankAfter(area.getSelection().getEnd());
            blank.ifPresentOrElse(
                    next -> area.selectRange(next.start(), next.end()),
                    () -> area.requestFocusTraversal(
                            event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            send.perform();
            event.consume();
        }
    }

    private void closeOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.active().get()) {
            if (panel.isVisible()) {
                panel.close();
                blankArea.area().requestFocus();
            } else {
                model.close();
            }
            event.consume();
        }
    }

    /** A press on a button that cannot send leads to what hinders it. */
    private void goToHindrance() {
        TextArea area = blankArea.area();
        draft.blankAfter(0).ifPresent(blank -> {
            area.requestFocus();
            area.selectRange(blank.start(), blank.end());
        });
    }

    private void showHindrance() {
        Hindrance hindrance = model.hindrance().get();
        String words = hindrance == null ? null : texts.text(hindrance.key(), hindrance.count());
        why.setText(words == null ? "" : words);
        send.hinder(words);
    }

    private void showReview() {
        Review now = model.review().get();
        review.setVisible(now != null);
        if (now != null) {
            String name = model.reference().personName(now.reviewer());
            String comment = now.comment() == null ? "" : now.comment();
            review.setText(
                    switch (now.state()) {
                        case ASKED -> texts.text("reply.review-waits", name);
                        case APPROVED -> texts.text("reply.review-approved", name);
                        case RETURNED -> texts.text("reply.review-returned", name, comment);
                    });
            review.setGraphic(Icons.of(now.state() == ReviewState.APPROVED ? Feather.CHECK_CIRCLE : Feather.EYE));
        }
    }
}
