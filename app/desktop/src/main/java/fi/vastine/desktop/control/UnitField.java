package fi.vastine.desktop.control;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Unit;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says the unit; pressed, or while there is none, it is a list narrowed by typing instead. */
public final class UnitField extends VBox {
    private final OfferedUnits units;
    private final ObjectProperty<@Nullable UnitId> unit;
    private final String place;
    private final Texts texts;
    private final Runnable next;
    private final Button button = new Button();
    private final StackPane list = new StackPane();
    private @Nullable Chooser<Unit> chooser;

    /**
     * @param unit the one that is chosen
     * @param place the beginning of its ids, such as {@code entry}
     * @param next where the focus goes when a unit is chosen
     */
    public UnitField(
            OfferedUnits units, ObjectProperty<@Nullable UnitId> unit, String place, Texts texts, Runnable next) {
        this.units = units;
        this.unit = unit;
        this.place = place;
        this.texts = texts;
        this.next = next;
        button.setId(place + "-unit");
        button.getStyleClass().add("entry-chosen");
        button.setGraphic(Icons.of(Feather.CHEVRON_DOWN));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(ignored -> requestFocus());
        button.managedProperty().bind(button.visibleProperty());
        list.managedProperty().bind(list.visibleProperty());
        list.setVisible(false);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().setAll(button, list);
        unit.subscribe(now -> {
            show();
            if (now != null) {
                close();
            }
        });
        units.all().subscribe(this::offer);
        texts.language().subscribe(ignored -> show());
    }

    /** What says the unit. */
    public Button button() {
        return button;
    }

    /** Whether the list is there now, and takes Enter and letters. */
    public boolean isChoosing() {
        return list.isVisible();
    }

    /** Whoever comes here comes to choose: the list opens in the button's place and has the focus. */
    @Override
    public void requestFocus() {
        Chooser<Unit> opened = new Chooser<>(List.copyOf(units.all()), units::name, texts.live("entry.find-unit"));
        opened.setId(place + "-units");
        opened.setOnMouseClicked(ignored -> choose(opened.chosen()));
        chooser = opened;
        list.getChildren().setAll(opened);
        list.setVisible(true);
        button.setVisible(false);
        opened.requestFocus();
    }

    /** The units came or ended, or go by other names. */
    private void offer() {
        show();
        if (chooser != null) {
            chooser.offer(List.copyOf(units.all()));
        }
    }

    private void onKey(KeyEvent event) {
        if (chooser != null) {
            Unit chosen = chooser.chosen();
            boolean done = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB;
            if (done && chosen != null) {
                event.consume();
                choose(chosen);
            } else if (event.getCode() == KeyCode.ESCAPE && unit.get() != null) {
                event.consume();
                close();
                button.requestFocus();
            }
        }
    }

    private void choose(@Nullable Unit chosen) {
        if (chosen != null) {
            unit.set(chosen.id());
            close();
            next.run();
        }
    }

    private void close() {
        list.getChildren().clear();
        chooser = null;
        list.setVisible(false);
        button.setVisible(true);
    }

    private void show() {
        String chosen = units.name(unit.get());
        button.setText(chosen.isEmpty() ? texts.text("entry.choose-unit") : chosen);
        button.setAccessibleText(texts.text("entry.unit-spoken", button.getText()));
    }
}
