package fi.vastine.desktop.control;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A chip that says what is chosen and opens the few other answers: as wide as its words, unlike a combo box.
 *
 * <p>To be used on the screen's thread.
 *
 * @param <T> what is chosen; told apart by {@code equals}
 */
public final class ChipMenu<T> extends MenuButton {
    private final Function<T, String> name;
    private final Consumer<T> choose;

    /**
     * @param what what is chosen here, for a screen reader
     * @param name the word for an answer
     * @param choose told when the person chooses, not when {@link #show} does
     */
    public ChipMenu(ObservableValue<String> what, Function<T, String> name, Consumer<T> choose) {
        this.name = name;
        this.choose = choose;
        accessibleTextProperty().bind(what);
        getStyleClass().addAll("chip", "chip-button", "chip-menu");
        setGraphic(Icons.of(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows the answers and which of them holds. */
    public void show(List<T> answers, @Nullable T chosen) {
        setText(chosen == null ? "" : name.apply(chosen));
        getItems().setAll(answers.stream().map(answer -> item(answer, chosen)).toList());
    }

    private RadioMenuItem item(T answer, @Nullable T chosen) {
        RadioMenuItem item = new RadioMenuItem(name.apply(answer));
        item.setSelected(Objects.equals(answer, chosen));
        item.setOnAction(event -> choose.accept(answer));
        return item;
    }
}
