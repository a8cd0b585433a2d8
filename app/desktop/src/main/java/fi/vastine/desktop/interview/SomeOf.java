package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A question of which several options may be chosen, and a button that goes on. */
final class SomeOf {
    private final ItemKind.Choice choice;
    private final InterviewViewModel model;
    private final List<ToggleButton> options;
    private final VBox root = new VBox();

    SomeOf(ItemKind.Choice choice, @Nullable Given given, Language language, Texts texts, InterviewViewModel model) {
        this.choice = choice;
        this.model = model;
        options = choice.options().stream()
                .map(each -> option(each, given, language))
                .toList();
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("interview-cards");
        cards.setAlignment(Pos.CENTER);
        cards.getChildren().setAll(options);
        Button next = new Button(texts.textIn(language, "interview.next"));
        next.setId("interview-next");
        next.getStyleClass().addAll("accent", "interview-way");
        next.setOnAction(event -> goOn());
        root.getStyleClass().add("interview-answers");
        root.setAlignment(Pos.TOP_CENTER);
        root.getChildren().addAll(cards, next);
    }

    /** On with what is chosen; with nothing, the question is passed. */
    void goOn() {
        Given.Chosen now = answer();
        if (now.codes().isEmpty()) {
            model.pass();
        } else {
            model.answer(now);
        }
    }

    private Given.Chosen answer() {
        return new Given.Chosen(chosen().map(ItemKind.Option::code).toList());
    }

    Node node() {
        return root;
    }

    List<Runnable> byDigit() {
        return options.stream().<Runnable>map(each -> each::fire).toList();
    }

    private ToggleButton option(ItemKind.Option option, @Nullable Given given, Language language) {
        ToggleButton button = new ToggleButton(option.label().in(language));
        button.setUserData(option);
        button.setWrapText(true);
        button.getStyleClass().add("interview-option");
        button.setSelected(
                given instanceof Given.Chosen before && before.codes().contains(option.code()));
        button.setOnAction(event -> {
            if (chosen().count() > choice.most()) {
                button.setSelected(false);
            }
            model.halfMade(answer());
        });
        return button;
    }

    private Stream<ItemKind.Option> chosen() {
        return choice.options().stream()
                .filter(option ->
                        options.stream().anyMatch(each -> each.isSelected() && option.equals(each.getUserData())));
    }
}
