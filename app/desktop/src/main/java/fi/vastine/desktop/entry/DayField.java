package fi.vastine.desktop.entry;

import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The day of the event: written, or moved day by day with the arrows; beside it, how near it is. */
final class DayField extends HBox {
    private final EntryViewModel model;
    private final Texts texts;
    private final Times times;
    private final TextField field = new TextField();

    DayField(EntryViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        field.setId("entry-day");
        field.textProperty().bindBidirectional(model.day());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                model.moveDay(event.getCode() == KeyCode.UP ? 1 : -1);
                event.consume();
            }
        });
        Label weekday = new Label();
        weekday.getStyleClass().addAll("muted", "small");
        weekday.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> times.readDate(model.day().get()).map(this::near).orElse(""),
                        model.day(),
                        texts.language()));
        getChildren()
                .setAll(
                        button("entry.day-before", Feather.CHEVRON_LEFT, -1),
                        field,
                        button("entry.day-after", Feather.CHEVRON_RIGHT, 1),
                        weekday);
        getStyleClass().add("entry-day");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Where the day is written. */
    TextField field() {
        return field;
    }

    private Button button(String key, Feather picture, int days) {
        Button button = new Button();
        button.setGraphic(Icons.of(picture));
        button.accessibleTextProperty().bind(texts.live(key));
        button.getStyleClass().add("quiet");
        // The arrows up and down do the same in the field: Tab need not stop here.
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> model.moveDay(days));
        return button;
    }

    private String near(LocalDate given) {
        long ago = ChronoUnit.DAYS.between(given, times.today());
        if (ago == 0) {
            return texts.text("entry.today");
        }
        return ago == 1 ? texts.text("entry.yesterday") : times.day(given);
    }
}
