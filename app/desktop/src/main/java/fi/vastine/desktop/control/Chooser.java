package fi.vastine.desktop.control;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A short list to choose one thing from, narrowed by typing: for units and people, some hundreds at most.
 *
 * <p>The arrows move in the list while the focus stays in the field. To be used on the screen's thread.
 *
 * @param <T> what is chosen
 */
public final class Chooser<T> extends VBox {
    private static final int MOST_ROWS = 6;
    private static final double LEAST_ROW = 24;
    private static final double FRAME = 6;

    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private List<T> all;
    private final Function<T, String> name;

    /**
     * @param all what can be chosen, in the order to show it
     * @param name the word for one of them, also what typing is compared with
     * @param prompt what the field is for
     */
    public Chooser(List<T> all, Function<T, String> name, ObservableValue<String> prompt) {
        this.all = all;
        this.name = name;
        getStyleClass().add("chooser");
        field.promptTextProperty().bind(prompt);
        field.accessibleTextProperty().bind(prompt);
        list.accessibleTextProperty().bind(prompt);
        list.getItems().setAll(all);
        list.setCellFactory(ignored -> new NameCell());
        list.setFocusTraversable(false);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(this::heightOfList, list.getItems(), list.fixedCellSizeProperty()));
        field.textProperty().subscribe(this::narrow);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        getChildren().addAll(field, list);
    }

    private double heightOfList() {
        int rows = Math.clamp(list.getItems().size(), 1, MOST_ROWS);
        return rows * Math.max(LEAST_ROW, list.getFixedCellSize()) + FRAME;
    }

    /** Offers these from now on, under the names they have now; what was typed and chosen stays. */
    public void offer(List<T> next) {
        all = next;
        narrow(field.getText());
        list.refresh();
    }

    /** Makes ready to choose another one: nothing is typed, and all are offered. */
    public void clear() {
        field.clear();
        list.getSelectionModel().clearSelection();
    }

    /** What is chosen now; absent if nothing is. */
    public @Nullable T chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    /** Tells each time something else, or nothing any more, is chosen. */
    public void onChoice(Runnable listener) {
        list.getSelectionModel().selectedItemProperty().subscribe(listener);
    }

    /** Tells what is picked for good: by Enter, or by a click on it. */
    public void onPick(Consumer<T> listener) {
        field.setOnAction(event -> pick(listener));
        list.setOnMouseClicked(event -> pick(listener));
    }

    private void pick(Consumer<T> listener) {
        T picked = chosen();
        if (picked != null) {
            listener.accept(picked);
        }
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void narrow(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        T before = list.getSelectionModel().getSelectedItem();
        List<T> fitting = all.stream()
                .filter(each -> name.apply(each).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        list.getItems().setAll(fitting);
        list.getSelectionModel().clearSelection();
        if (fitting.size() == 1) {
            list.getSelectionModel().selectFirst();
        } else if (before != null && fitting.stream().anyMatch(each -> Objects.equals(each, before))) {
            list.getSelectionModel().select(before);
        }
    }

    private void move(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        event.consume();
    }

    private final class NameCell extends ListCell<T> {
        /** As wide as the list, and no wider: the ends of a long name tell it from others. */
        NameCell() {
            setPrefWidth(0);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            String word = empty || item == null ? "" : name.apply(item);
            setText(word);
            setTooltip(word.isEmpty() ? null : new Tooltip(word));
        }
    }
}
