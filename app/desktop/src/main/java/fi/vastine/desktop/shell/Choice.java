package fi.vastine.desktop.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/**
 * A few answers side by side, of which one always holds. Tab reaches the one chosen, arrows move from one to the next.
 *
 * @param <T> what is chosen; told apart by {@code equals}
 */
public final class Choice<T> extends FlowPane {

    private final ToggleGroup group = new ToggleGroup();

    /**
     * Makes the answers.
     *
     * @param names what each is called, following the language
     * @param choose told when the person chooses, not when {@link #show} does
     */
    public Choice(List<T> answers, Function<? super T, ObservableValue<String>> names, Consumer<? super T> choose) {
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
            if (now == null) {
                // One answer always holds: pressing it again changes nothing.
                group.selectToggle(before);
            } else if (before != null && !before.equals(now)) {
                answers.stream()
                        .filter(answer -> answer.equals(now.getUserData()))
                        .forEach(choose);
            }
        });
    }

    /** Shows what holds. */
    public void show(T answer) {
        group.getToggles().stream()
                .filter(toggle -> answer.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }
}
