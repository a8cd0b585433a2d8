package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Face;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.wire.Reads;
import fi.vastine.desktop.casework.Hidden;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the customer said: in words, with identity codes masked, and by answering. */
final class TextSection {
    private static final int STEPS = 5;
    private static final double ENOUGH_FOR_STATEMENT = 0.4;
    private static final int LONG = 160;
    private static final String REASONS = "case-codes-why";

    private final CasefileViewModel model;
    private final CaseWords words;
    private final Texts texts;
    private boolean unfolded;

    TextSection(CasefileViewModel model, CaseWords words, Texts texts) {
        this.model = model;
        this.words = words;
        this.texts = texts;
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

    /** The answers as bars with word and number; absent if nothing was answered. */
    @Nullable
    Node answers(Answers answers) {
        if (answers.statements().isEmpty() && answers.recommendation() == null && answers.face() == null) {
            return null;
        }
        VBox rows = new VBox();
        rows.getStyleClass().add("case-answers");
        for (StatementAnswer answer : answers.statements()) {
            addRow(
                    rows,
                    words.statement(answer.statement()),
                    answer.score() == null ? new Region() : bar(answer.score()),
                    words.score(answer.score()));
        }
        if (answers.recommendation() != null) {
            Label score = new Label(words.of("case.of-ten", answers.recommendation()));
            score.getStyleClass().add("strong");
            addRow(rows, words.of("case.recommendation"), score, "");
        }
        if (answers.face() != null) {
            addRow(rows, words.of("case.face"), face(answers.face()), faceWord(answers.face()));
        }
        if (texts.language().get() != Language.FI && !answers.statements().isEmpty()) {
            Label unofficial = new Label(words.of("case.unofficial"));
            unofficial.getStyleClass().addAll("muted", "small");
            unofficial.setWrapText(true);
            rows.getChildren().add(unofficial);
        }
        return rows;
    }

    private static void addRow(VBox rows, String what, Node picture, String word) {
        Label label = new Label(what);
        label.setWrapText(true);
        StackPane drawn = new StackPane(picture);
        drawn.getStyleClass().add("case-score");
        drawn.setAlignment(Pos.CENTER_LEFT);
        Label said = new Label(word);
        said.getStyleClass().addAll("muted", "case-score-word");
        FlowPane score = new FlowPane(drawn, said);
        score.getStyleClass().add("case-score-row");
        score.setAlignment(Pos.CENTER_LEFT);
        rows.getChildren().add(new Ends(label, score, ENOUGH_FOR_STATEMENT));
    }

    private static Node bar(int score) {
        HBox bar = new HBox();
        bar.getStyleClass().add("score-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (int step = 1; step <= STEPS; step++) {
            Region box = new Region();
            box.getStyleClass().add(step <= score ? "score-full" : "score-empty");
            bar.getChildren().add(box);
        }
        return bar;
    }

    private static Node face(Face face) {
        int middle = face.scale() == FaceScale.THREE ? 2 : 3;
        FontIcon icon =
                Icons.of(face.value() > middle ? Feather.SMILE : face.value() == middle ? Feather.MEH : Feather.FROWN);
        icon.getStyleClass().add("case-face");
        return icon;
    }

    /** Each scale has words of its own: a three-face answer is never read as a five-face one. */
    private String faceWord(Face face) {
        if (face.scale() == FaceScale.THREE) {
            return switch (face.value()) {
                case 1 -> words.of("case.face-three-1");
                case 2 -> words.of("case.face-three-2");
                default -> words.of("case.face-three-3");
            };
        }
        return switch (face.value()) {
            case 1 -> words.of("case.face-five-1");
            case 2 -> words.of("case.face-five-2");
            case 3 -> words.of("case.face-five-3");
            case 4 -> words.of("case.face-five-4");
            default -> words.of("case.face-five-5");
        };
    }
}
