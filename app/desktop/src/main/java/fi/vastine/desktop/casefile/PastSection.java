package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.session.Jottings.What;
import fi.vastine.desktop.control.Icons;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was answered, what lies beside it as a draft, and what happened, in words. */
final class PastSection {
    private final CasefileViewModel model;
    private final CaseWords words;

    PastSection(CasefileViewModel model, CaseWords words) {
        this.model = model;
        this.words = words;
    }

    Node replies(FeedbackCase shown) {
        VBox box = box("case-replies");
        for (Reply reply : shown.replies()) {
            box.getChildren().add(reply(reply));
        }
        return box;
    }

    private Node reply(Reply reply) {
        Label state =
                new Label(words.delivery(reply), Icons.of(icon(reply.delivery().state())));
        state.getStyleClass().addAll("strong", CaseWords.tone(reply.delivery().state()));
        state.setWrapText(true);
        VBox card = new VBox(state);
        card.getStyleClass().addAll("card", "case-reply");
        if (reply.supplements() != null) {
            card.getChildren().add(small(words.of("case.supplement")));
        }
        if (!reply.text().isBlank()) {
            Label text = new Label(reply.text());
            text.setWrapText(true);
            card.getChildren().add(text);
        }
        FlowPane settle = new FlowPane();
        settle.getStyleClass().add("case-buttons");
        switch (reply.delivery().state()) {
            case FAILED -> settle.getChildren().add(settle(reply, DeliveryState.WAITING, "case.send-again"));
            case IN_DOUBT ->
                settle.getChildren()
                        .addAll(
                                settle(reply, DeliveryState.SENT, "case.it-arrived"),
                                settle(reply, DeliveryState.WAITING, "case.send-again"),
                                settle(reply, DeliveryState.FAILED, "case.it-did-not-arrive"));
            case WAITING, SENT, GIVEN -> {}
        }
        if (!settle.getChildren().isEmpty()) {
            card.getChildren().add(settle);
        }
        return card;
    }

    private Button settle(Reply reply, DeliveryState to, String key) {
        Button button = new Button(words.of(key));
        button.setOnAction(event -> model.settle(reply, to));
        return button;
    }

    private static Feather icon(DeliveryState state) {
        return switch (state) {
            case WAITING -> Feather.CLOCK;
            case SENT -> Feather.SEND;
            case GIVEN -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.ALERT_CIRCLE;
            case IN_DOUBT -> Feather.HELP_CIRCLE;
        };
    }

    /** The drafts on the case: the reader's own while it is not open above, colleagues', copies, those left behind. */
    Node drafts(FeedbackCase shown, Reference reference) {
        VBox box = box("case-drafts");
        for (Draft draft : shown.drafts()) {
            boolean own = draft.label() == DraftLabel.OWN && draft.author().equals(model.reader());
            if (!own || !model.replying().get()) {
                box.getChildren().add(draft(draft, own, reference));
            }
        }
        return box;
    }

    private Node draft(Draft draft, boolean own, Reference reference) {
        Label title =
                new Label(own ? words.ownDraft(draft) : words.draftTitle(draft, reference), Icons.of(Feather.EDIT_2));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        Label text = new Label(draft.text());
        text.setWrapText(true);
        VBox card = new VBox(title, text);
        card.getStyleClass().addAll("card", "case-draft");
        Review review = draft.review();
        if (review != null) {
            card.getChildren().add(1, small(words.review(review, reference)));
            if (review.state() == ReviewState.ASKED && review.reviewer().equals(model.reader())) {
                card.getChildren().add(review(draft));
            }
        }
        if (own) {
            Button go = new Button(words.of("case.continue"), Icons.of(Feather.EDIT_2));
            go.setOnAction(event -> model.act(CaseAction.REPLY));
            FlowPane buttons = new FlowPane(go);
            buttons.getStyleClass().add("case-buttons");
            card.getChildren().add(buttons);
        } else if (draft.label() != DraftLabel.OWN) {
            Button drop = new Button(words.of("case.drop-draft"), Icons.of(Feather.TRASH_2));
            drop.setOnAction(event -> model.drop(draft));
            FlowPane buttons = new FlowPane(drop);
            buttons.getStyleClass().add("case-buttons");
            card.getChildren().add(buttons);
        }
        return card;
    }

    private Node review(Draft draft) {
        TextField comment = new TextField(model.jotter().text(What.COMMENT_ON_DRAFT));
        comment.textProperty().addListener((text, before, now) -> model.jotter().write(What.COMMENT_ON_DRAFT, now));
        comment.setPromptText(words.of("case.review-comment"));
        comment.setAccessibleText(words.of("case.review-comment"));
        HBox.setHgrow(comment, Priority.ALWAYS);
        Button approve = new Button(words.of("case.approve"), Icons.of(Feather.CHECK));
        approve.getStyleClass().add("main");
        approve.setOnAction(event -> model.approve(draft));
        Button back = new Button(words.of("case.send-back"), Icons.of(Feather.CORNER_UP_LEFT));
        back.setOnAction(event -> {
            if (comment.getText().isBlank()) {
                comment.requestFocus();
            } else {
                model.sendBack(draft, comment.getText());
            }
        });
        HBox row = new HBox(approve, comment, back);
        row.getStyleClass().add("case-buttons");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What happened, the latest last; a note stands where it was written. */
    Node history(FeedbackCase shown, Reference reference) {
        VBox box = box("case-history");
        Iterator<Note> notes = shown.notes().iterator();
        for (Event event : shown.history()) {
            Note note = event.what() == Event.What.NOTE && notes.hasNext() ? notes.next() : null;
            box.getChildren().add(line(event, note, reference));
        }
        return box;
    }

    private Node line(Event event, @Nullable Note note, Reference reference) {
        CaseWords.Told told = words.told(event, note, reference);
        List<Text> parts = new ArrayList<>();
        parts.add(text(told.what(), "case-what"));
        if (!told.rest().isEmpty()) {
            parts.add(text(" " + told.rest(), "case-rest"));
        }
        parts.add(text(" · " + told.byAndWhen(), "case-when"));
        TextFlow flow = new TextFlow(parts.toArray(Text[]::new));
        HBox.setHgrow(flow, Priority.ALWAYS);
        FontIcon icon = Icons.of(icon(event.what()));
        HBox line = new HBox(icon, flow);
        line.getStyleClass().add("case-event");
        return line;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static Feather icon(Event.What what) {
        return switch (what) {
            case RECEIVED -> Feather.INBOX;
            case ROUTED, MOVED -> Feather.ARROW_RIGHT;
            case ASSIGNED -> Feather.USER;
            case STATUS, KIND -> Feather.EDIT_3;
            case THEME_ADDED, THEME_REMOVED -> Feather.TAG;
            case NOTE -> Feather.FILE_TEXT;
            case DRAFT_KEPT -> Feather.EDIT_2;
            case REVIEW_ASKED, REVIEW_APPROVED, REVIEW_RETURNED -> Feather.EYE;
            case REPLY_SENT -> Feather.SEND;
            case ANSWERED_OTHERWISE -> Feather.PHONE;
            case DELIVERY -> Feather.MAIL;
            case HANDED_OVER -> Feather.CORNER_UP_RIGHT;
            case TEAM_THANKED -> Feather.HEART;
            case CONTACT_EXPIRED, TEXT_EXPIRED -> Feather.CLOCK;
        };
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("small", "muted");
        label.setWrapText(true);
        return label;
    }

    private static VBox box(String style) {
        VBox box = new VBox();
        box.getStyleClass().add(style);
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }
}
