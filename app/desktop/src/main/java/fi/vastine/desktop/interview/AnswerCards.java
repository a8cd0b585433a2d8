package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The answers to one question: cards to press, or a field to write in. Nothing is chosen beforehand. */
final class AnswerCards {
    private static final int MOST_RECOMMENDED = 10;
    private static final List<String> STEPS =
            List.of("answer.step-1", "answer.step-2", "answer.step-3", "answer.step-4", "answer.step-5");
    private static final List<String> FACES = List.of("answer.face-1", "answer.face-2", "answer.face-3");

    private final InterviewViewModel model;
    private final Texts texts;
    private final Side side;
    private final Language language;
    private final FormItem item;
    private final @Nullable Given given;
    private final VBox root = new VBox();
    private final TilePane cards = new TilePane();
    private final List<Runnable> byDigit = new ArrayList<>();
    private final Label oneOrTen = new Label();
    private boolean begunWithOne;
    private Runnable written = () -> {};
    private Runnable confirm = () -> {};
    private boolean confirms;
    private @Nullable Node first;

    AnswerCards(InterviewViewModel model, Texts texts, Side side, Interview interview, FormItem item) {
        this.model = model;
        this.texts = texts;
        this.side = side;
        this.language = interview.language();
        this.item = item;
        this.given = interview.filled().answer(item.linkId()).orElse(null);
        root.setAlignment(Pos.TOP_CENTER);
        root.getStyleClass().add("interview-answers");
        cards.getStyleClass().add("interview-cards");
        cards.setAlignment(Pos.CENTER);
        make();
    }

    Node node() {
        return root;
    }

    /** Where the focus goes when the question shows. */
    Node first() {
        return first == null ? root : first;
    }

    /** Takes a digit as an answer; false where it is none. */
    boolean digit(int digit) {
        if (item.kind() instanceof ItemKind.Recommendation) {
            return recommended(digit);
        }
        if (digit == 0 && item.kind() instanceof ItemKind.Statement) {
            model.answer(new Given.Step(null));
            return true;
        }
        if (digit < 1 || digit > byDigit.size()) {
            return false;
        }
        byDigit.get(digit - 1).run();
        return true;
    }

    /** Takes what stands in the field as the answer. */
    void written() {
        written.run();
    }

    private void make() {
        switch (item.kind()) {
            case ItemKind.Statement ignored -> faces(STEPS, "face5-", Given.Step::new);
            case ItemKind.ThreeFaces ignored -> faces(FACES, "face3-", Given.ThreeFaces::new);
            case ItemKind.Recommendation ignored -> recommendation();
            case ItemKind.Choice choice -> choice(choice);
            case ItemKind.YesNo ignored -> {
                card(texts.textIn(language, "answer.yes"), null, new Given.YesNo(true));
                card(texts.textIn(language, "answer.no"), null, new Given.YesNo(false));
            }
            case ItemKind.WholeNumber ignored -> number();
            case ItemKind.Words ignored -> words();
            case ItemKind.Comment ignored -> words();
            case ItemKind.Display ignored -> {}
            case ItemKind.Group ignored -> {}
        }
        root.getChildren().addFirst(cards);
    }

    private void faces(List<String> words, String face, IntFunction<Given> answer) {
        for (int each = 1; each <= words.size(); each++) {
            card(texts.textIn(language, words.get(each - 1)), Drawing.of(face + each), answer.apply(each));
        }
    }

    private void card(String words, @Nullable Node picture, Given answer) {
        int digit = byDigit.size() + 1;
        Button card = new Button(words + "\n" + digit, picture);
        card.setContentDisplay(ContentDisplay.TOP);
        card.setWrapText(true);
        // All are as high as the one with the most words: none looks weightier than another.
        card.setMaxHeight(Double.MAX_VALUE);
        card.setAccessibleText(words);
        card.getStyleClass().add(picture == null ? "interview-option" : "interview-card");
        card.setId("answer-" + digit);
        if (answer.equals(given)) {
            card.getStyleClass().add("interview-given");
        }
        card.setOnAction(event -> model.answer(answer));
        byDigit.add(() -> model.answer(answer));
        cards.getChildren().add(card);
        if (first == null) {
            first = root;
            root.setFocusTraversable(true);
        }
    }

    private void recommendation() {
        cards.getStyleClass().add("interview-numbers");
        for (int each = 0; each <= MOST_RECOMMENDED; each++) {
            Given answer = new Given.Recommendation(each);
            Button number = new Button(Integer.toString(each));
            number.getStyleClass().add("interview-number");
            number.setId("answer-" + each);
            if (answer.equals(given)) {
                number.getStyleClass().add("interview-given");
            }
            number.setOnAction(event -> model.answer(answer));
            cards.getChildren().add(number);
        }
        root.setFocusTraversable(true);
        oneOrTen.setText(texts.text("interview.one-or-ten"));
        oneOrTen.setVisible(false);
        oneOrTen.getStyleClass().add("strong");
        root.getChildren().add(oneOrTen);
    }

    /** A one may become a ten: it waits for the 0 or for Enter, however long that takes. */
    private boolean recommended(int digit) {
        if (digit == 1 && !begunWithOne) {
            begunWithOne = true;
            oneOrTen.setVisible(true);
            model.halfMade(new Given.Recommendation(1));
        } else {
            model.answer(new Given.Recommendation(begunWithOne && digit == 0 ? MOST_RECOMMENDED : digit));
        }
        return true;
    }

    /** Takes a one that waits; false where nothing does. */
    boolean confirm() {
        if (begunWithOne) {
            model.answer(new Given.Recommendation(1));
        }
        confirm.run();
        return begunWithOne || confirms;
    }

    private void choice(ItemKind.Choice choice) {
        if (choice.most() == 1) {
            choice.options()
                    .forEach(option ->
                            card(option.label().in(language), null, new Given.Chosen(List.of(option.code()))));
            return;
        }
        var chosen = new SomeOf(choice, given, language, texts, model);
        byDigit.addAll(chosen.byDigit());
        confirm = chosen::goOn;
        confirms = true;
        root.getChildren().add(chosen.node());
        root.setFocusTraversable(true);
    }

    private void number() {
        TextField field = new TextField(given instanceof Given.WholeNumber whole ? "" + whole.value() : "");
        field.setId("answer-number");
        field.setAccessibleText(item.text().in(language));
        field.getStyleClass().add("interview-field");
        written = () -> {
            whole(field.getText()).filter(item::fits).ifPresentOrElse(model::answer, field::requestFocus);
        };
        field.textProperty()
                .subscribe((before, now) -> model.halfMade(whole(now).orElse(null)));
        field.setOnAction(event -> written());
        first = field;
        root.getChildren().addAll(field, next());
    }

    private static Optional<Given> whole(String text) {
        try {
            return Optional.of(new Given.WholeNumber(Integer.parseInt(text.strip())));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private void words() {
        TextArea area = new TextArea();
        area.setId("answer-words");
        area.setWrapText(true);
        area.setPrefRowCount(5);
        area.setAccessibleText(item.text().in(language));
        area.getStyleClass().add("interview-field");
        int longest = item.kind() instanceof ItemKind.Words limited ? limited.longest() : Decisions.LONGEST_TEXT;
        Label tooLong = new Label(texts.text("entry.why-too-long"));
        tooLong.getStyleClass().addAll("soon", "strong");
        tooLong.setVisible(false);
        area.setTextFormatter(new TextFormatter<>(change -> {
            boolean fits = change.getControlNewText().length() <= longest;
            tooLong.setVisible(!fits);
            if (!fits) {
                change.setText("");
                change.setRange(change.getRangeStart(), change.getRangeStart());
                change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
            }
            return change;
        }));
        area.textProperty().bindBidirectional(model.words());
        written = model::answerInWords;
        first = area;
        root.getChildren().addAll(area, tooLong, next());
    }

    private Button next() {
        String words = texts.textIn(language, "interview.next");
        Button next = new Button(side == Side.COLLECTOR ? texts.text("interview.with-key", words, "Ctrl ↵") : words);
        next.setAccessibleText(words);
        next.setId("interview-next");
        next.getStyleClass().addAll("accent", "interview-way");
        next.setOnAction(event -> written());
        return next;
    }
}
