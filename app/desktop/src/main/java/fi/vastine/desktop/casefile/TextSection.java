package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.wire.Reads;
import fi.vastine.desktop.casework.Hidden;
import fi.vastine.desktop.control.Icons;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** What the customer said in words, with identity codes masked. */
final class TextSection {
    private static final int LONG = 160;
    private static final String REASONS = "case-codes-why";

    private final CasefileViewModel model;
    private final CaseWords words;
    private boolean unfolded;

    TextSection(CasefileViewModel model, CaseWords words) {
        this.model = model;
        this.words = words;
    }

    /** The words; short while a reply is being written below, unless unfolded. */
    Node words(FeedbackCase shown, Runnable redraw) {
        VBox all = new VBox();
        all.getStyleClass().add("case-messages");
        for (Message message : shown.messages()) {
            if (!message.text().isBlank()) {
                boolean folded =
                        model.replying().get() && !unfolded && message.text().length() > LONG;
                all.getChildren().add(folded ? folded(message, redraw) : card(message));
            }
        }
        if (all.getChildren().isEmpty()) {
            Label none = new Label(words.of("case.no-words"));
            none.getStyleClass().add("muted");
            all.getChildren().add(none);
        }
        return all;
    }

    void fold() {
        unfolded = false;
    }

    private Node folded(Message message, Runnable redraw) {
        Label text = new Label(IdentityCodes.masked(message.text().replace('\n', ' ')));
        text.setWrapText(true);
        text.getStyleClass().addAll("case-folded", "may-clip");
        Button more = new Button(words.of("case.show-all-text"));
        more.getStyleClass().addAll("link", "small");
        more.setOnAction(event -> {
            unfolded = true;
            redraw.run();
        });
        VBox card = new VBox(text, more);
        card.getStyleClass().addAll("card", "case-folded-card");
        return card;
    }

    private Node card(Message message) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("case-text");
        String text = message.text();
        int from = 0;
        for (IdentityCodes.Span code : IdentityCodes.in(text)) {
            addText(flow, text.substring(from, code.start()));
            flow.getChildren().add(code(text.substring(code.start(), code.end())));
            from = code.end();
        }
        addText(flow, text.substring(from));
        boolean codesShown = model.hidden().codes().get() == Hidden.Codes.SHOWN;
        flow.setAccessibleText(codesShown ? text : IdentityCodes.masked(text));
        VBox card = new VBox(flow);
        card.getStyleClass().addAll("card", "case-card");
        if (IdentityCodes.foundIn(text)) {
            Button eye = new Button(
                    words.of(codesShown ? "case.hide-codes" : "case.show-codes"),
                    Icons.of(codesShown ? Feather.EYE_OFF : Feather.EYE));
            eye.setId("case-codes");
            eye.getStyleClass().addAll("link", "small");
            eye.setOnAction(event -> model.hidden().askForCodes());
            card.getChildren().add(eye);
            if (model.hidden().codes().get() == Hidden.Codes.ASKED) {
                card.getChildren().add(reasons());
            }
        }
        return card;
    }

    /** Why the codes are to be shown: one press each. */
    private Node reasons() {
        Label why = new Label(words.of("case.codes-why"));
        why.getStyleClass().add("strong");
        why.setWrapText(true);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("case-buttons");
        for (Reads.Why each : Reads.Why.values()) {
            Button reason = new Button(words.word(each));
            reason.setId("case-codes-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            reason.setWrapText(true);
            reason.setOnAction(event -> model.hidden().showCodes(each));
            buttons.getChildren().add(reason);
        }
        VBox asked = new VBox(why, buttons);
        asked.setId(REASONS);
        asked.getStyleClass().add("case-column");
        return asked;
    }

    /** Puts the focus on the first reason, and finds where the reasons are drawn. */
    Optional<Node> focusOnReasons(Node within) {
        Optional<Node> reasons = Optional.ofNullable(within.lookup("#" + REASONS));
        reasons.map(drawn -> drawn.lookup(".button")).ifPresent(Node::requestFocus);
        return reasons;
    }

    private static void addText(TextFlow flow, String part) {
        if (!part.isEmpty()) {
            Text plain = new Text(part);
            plain.getStyleClass().add("case-plain");
            flow.getChildren().add(plain);
        }
    }

    private Node code(String code) {
        Label masked =
                new Label(model.hidden().codes().get() == Hidden.Codes.SHOWN ? code : IdentityCodes.masked(code));
        masked.getStyleClass().add("case-code");
        return masked;
    }
}
