package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Face;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.ItemAnswer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the customer said by answering, each scale with bars, faces and words of its own, and who helped. */
final class AnswersSection {
    private static final int STEPS = 5;
    private static final double ENOUGH_FOR_STATEMENT = 0.4;

    private final CaseWords words;
    private final Texts texts;

    AnswersSection(CaseWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** The answers with word and number; absent if nothing was answered. */
    @Nullable
    Node of(Answers answers) {
        if (answers.areNone() && answers.support() == null) {
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
        answers.items().forEach(item -> add(rows, item));
        if (answers.support() != null) {
            addSupport(rows, answers.support());
        }
        if (texts.language().get() != Language.FI && !answers.statements().isEmpty()) {
            Label unofficial = new Label(words.of("case.unofficial"));
            unofficial.getStyleClass().addAll("muted", "small");
            unofficial.setWrapText(true);
            rows.getChildren().add(unofficial);
        }
        return rows;
    }

    /** The question as it was put; its words came from the customer, and may hold an identity code. */
    private void add(VBox rows, ItemAnswer item) {
        switch (item.given()) {
            case Given.ThreeFaces face ->
                addRow(
                        rows,
                        item.asked(),
                        face(new Face(FaceScale.THREE, face.value())),
                        faceWord(new Face(FaceScale.THREE, face.value())));
            case Given.YesNo answer ->
                addRow(rows, item.asked(), strong(words.of(answer.yes() ? "answer.yes" : "answer.no")));
            case Given.WholeNumber number -> addRow(rows, item.asked(), strong(Integer.toString(number.value())));
            case Given.Words said -> addRow(rows, item.asked(), strong(IdentityCodes.masked(said.text())));
            case Given.Chosen chosen ->
                addRow(
                        rows,
                        item.asked(),
                        strong(item.said() == null ? String.join(", ", chosen.codes()) : item.said()));
            case Given.Step ignored -> {}
            case Given.Recommendation ignored -> {}
        }
    }

    /** Whose answers they are, and what the helper remarked: never mixed with the customer's words. */
    private void addSupport(VBox rows, Support support) {
        String who = words.word(support.answeredBy());
        String how = support.helper() == null
                ? words.of("case.answered-by", who)
                : words.of("case.answered-by-with", who, words.word(support.helper()));
        rows.getChildren().add(muted(how));
        if (support.remark() != null) {
            rows.getChildren().add(muted(words.of("case.helper-remarked", IdentityCodes.masked(support.remark()))));
        }
    }

    private static Label muted(String text) {
        Label muted = new Label(text);
        muted.getStyleClass().add("muted");
        muted.setWrapText(true);
        return muted;
    }

    private static Label strong(String text) {
        Label strong = new Label(text);
        strong.getStyleClass().addAll("strong", "case-said");
        strong.setWrapText(true);
        return strong;
    }

    private static void addRow(VBox rows, String what, Node answer) {
        Label label = new Label(what);
        label.setWrapText(true);
        rows.getChildren().add(new Ends(label, answer, ENOUGH_FOR_STATEMENT));
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

    /** Each scale has faces of its own, the same that the customer pressed. */
    private static Node face(Face face) {
        return Drawing.of((face.scale() == FaceScale.THREE ? "face3-" : "face5-") + face.value());
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
