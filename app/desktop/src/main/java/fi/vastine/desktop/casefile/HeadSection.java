package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.id.PersonId;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.Sign;
import fi.vastine.desktop.text.Masked;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The top of a case: how it came, what the customer wishes, when the reply is due, what to look at first. */
final class HeadSection {
    private final CasefileViewModel model;
    private final CaseWords words;

    HeadSection(CasefileViewModel model, CaseWords words) {
        this.model = model;
        this.words = words;
    }

    Node of(Casefile file) {
        VBox head = new VBox();
        head.getStyleClass().add("case-head");
        head.getChildren().add(origin(file));
        CaseWords.Said due = words.due(file.feedback());
        if (due != null) {
            head.getChildren().add(band(due, icon(due.tone()), null));
        }
        for (Signal signal : file.feedback().signals()) {
            addSignal(head, signal, file);
        }
        return head;
    }

    /** How it came and what is wished; status and person only where they say more than the rest of the page does. */
    private Node origin(Casefile file) {
        FeedbackCase shown = file.feedback();
        FlowPane line = new FlowPane();
        line.getStyleClass().add("case-origin");
        Label channel = new Label(
                capitalised(words.word(shown.origin().channel())),
                Drawing.of(Sign.of(shown.origin().channel())));
        channel.getStyleClass().add("chip");
        Label kind = new Label(words.word(shown.kind()), Drawing.of(Sign.of(shown.kind())));
        kind.getStyleClass().add("strong");
        // Two short texts wrap between them where one long one would have to wrap inside.
        Label arrived = new Label(words.arrived(shown) + ",");
        arrived.getStyleClass().addAll("muted", "small");
        Label wished = new Label(words.wish(shown));
        wished.getStyleClass().addAll("muted", "small", "case-wish");
        line.getChildren().addAll(channel, kind, arrived, wished);
        ReplyWish wish = shown.replyWish();
        if (wish != null) {
            line.getChildren().add(contact(wish));
        }
        boolean replyWaits = file.pending() && waitsToBeSent(shown);
        // Of a reply that waits the band below speaks, and nothing is answered before the backend has it.
        if (shown.status() != CaseStatus.NEW && !replyWaits) {
            Label status = new Label(words.word(shown.status()));
            status.getStyleClass().addAll("chip", "case-status");
            line.getChildren().add(status);
        }
        PersonId assignee = shown.assignee();
        if (assignee != null && !assignee.equals(model.reader())) {
            Label with =
                    new Label(words.of("case.with", file.reference().personName(assignee)), Icons.of(Feather.USER));
            with.getStyleClass().add("chip");
            line.getChildren().add(with);
        }
        if (file.pending() && !replyWaits) {
            Label pending = new Label(words.of("case.pending"), Icons.of(Feather.UPLOAD_CLOUD));
            pending.getStyleClass().addAll("chip", "soon");
            line.getChildren().add(pending);
        }
        return line;
    }

    private static boolean waitsToBeSent(FeedbackCase shown) {
        return !shown.replies().isEmpty()
                && shown.replies().getLast().delivery().state() == DeliveryState.WAITING;
    }

    private Node contact(ReplyWish wish) {
        boolean open = model.hidden().contactShown().get();
        String name = open && wish.name() != null ? wish.name() + ", " : "";
        Button contact = new Button(
                name + (open ? wish.address() : Masked.contact(wish)), Icons.of(open ? Feather.EYE_OFF : Feather.EYE));
        contact.setId("case-contact");
        contact.setContentDisplay(ContentDisplay.RIGHT);
        contact.setAccessibleText(words.of(open ? "case.hide-contact" : "case.show-contact"));
        contact.getStyleClass().addAll("chip", "chip-button");
        contact.setOnAction(event -> model.hidden().showContact());
        return contact;
    }

    private void addSignal(VBox head, Signal signal, Casefile file) {
        switch (signal) {
            case URGENT ->
                head.getChildren()
                        .add(band(
                                new CaseWords.Said(words.of("case.urgent"), words.of("case.urgent-hint"), "late"),
                                Feather.ALERT_TRIANGLE,
                                null));
            case OBJECTION -> {
                if (file.feedback().handover() == null) {
                    Button ask = new Button(words.of("case.is-objection"));
                    ask.setOnAction(event -> model.act(CaseAction.HAND_OVER));
                    head.getChildren()
                            .add(band(
                                    new CaseWords.Said(words.of("case.maybe-objection"), "", "soon"),
                                    Feather.HELP_CIRCLE,
                                    ask));
                }
            }
            case IDENTITY_CODE -> {}
        }
    }

    private static Node band(CaseWords.Said said, Feather icon, @Nullable Node action) {
        Label what = new Label(said.words());
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        Label more = new Label(said.more());
        more.getStyleClass().add("small");
        more.setWrapText(true);
        more.setManaged(!said.more().isEmpty());
        Ends both = new Ends(what, more);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox band = new HBox(Icons.of(icon), both);
        band.setAlignment(Pos.CENTER_LEFT);
        band.getStyleClass().addAll("band", "case-band");
        if (!said.tone().isEmpty()) {
            band.getStyleClass().add(said.tone());
        }
        if (action != null) {
            band.getChildren().add(action);
        }
        return band;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Feather icon(String tone) {
        return switch (tone) {
            case "late" -> Feather.ALERT_CIRCLE;
            case "done" -> Feather.CHECK_CIRCLE;
            default -> Feather.CLOCK;
        };
    }
}
