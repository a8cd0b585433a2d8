package fi.vastine.desktop.shell;

import fi.vastine.contract.cases.Language;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * A few answers side by side, of which one holds once it is chosen. Tab reaches the one chosen, arrows move from one to the next.
 *
 * @param <T> what is chosen; told apart by {@code equals}
 */
public final class Choice<T> extends FlowPane {

    private final List<T> answers;
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    /**
     * Makes the answers.
     *
     * @param names what each is called, following the language
     * @param choose told when the person chooses, not when {@link #show} does
     */
    public Choice(List<T> answers, Function<? super T, ObservableValue<String>> names, Consumer<? super T> choose) {
        this.answers = List.copyOf(answers);
        getStyleClass().add("choice");
        for (T answer : answers) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(names.apply(answer));
            button.setUserData(answer);
            button.setToggleGroup(group);
            button.getStyleClass().add("choice-answer");
            if (answer instanceof Enum<?> named) {
                button.setId("choose-" + named.name().toLowerCase(Locale.ROOT));
            }
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (showing) {
                return;
            }
            if (now == null) {
                // What holds is not undone: pressing it again changes nothing.
                showing = true;
                group.selectToggle(before);
                showing = false;
            } else {
                answers.stream()
                        .filter(answer -> answer.equals(now.getUserData()))
                        .forEach(choose);
            }
        });
    }

    /** Leaves only these answers to be chosen; the others stay in sight. */
    public void allow(Predicate<? super T> may) {
        getChildren()
                .forEach(button -> button.setDisable(!answers.stream()
                        .filter(answer -> answer.equals(button.getUserData()))
                        .allMatch(may)));
    }

    /** The languages, each by its own name. */
    public static Choice<Language> ofLanguages(Texts texts, Consumer<Language> choose) {
        return new Choice<>(List.of(Language.values()), one -> name(texts, one), choose);
    }

    /** What a language is called: its own name, whichever is spoken. */
    public static ObservableValue<String> name(Texts texts, Language one) {
        return texts.live(
                switch (one) {
                    case FI -> "settings.finnish";
                    case SV -> "settings.swedish";
                    case EN -> "settings.english";
                });
    }

    /** Shows what holds; absent while nothing has been chosen. */
    public void show(@Nullable T answer) {
        showing = true;
        group.selectToggle(group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(answer))
                .findFirst()
                .orElse(null));
        showing = false;
    }

    /** The answer chosen gets the focus, or the first one while none is. */
    @Override
    public void requestFocus() {
        Toggle chosen = group.getSelectedToggle();
        getChildren().stream()
                .filter(answer -> chosen == null || answer.equals(chosen))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
