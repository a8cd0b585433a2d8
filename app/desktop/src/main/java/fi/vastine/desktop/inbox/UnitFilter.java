package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.UnitId;
import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/**
 * Narrows the list to one unit: a chip that opens the names, and with one chosen a chip that is taken off again.
 *
 * <p>Nothing is shown to who answers for one unit only.
 */
final class UnitFilter extends FlowPane {
    private static final double BELOW = 4;

    private final InboxViewModel model;
    private final Texts texts;
    private final Button open = new Button();
    private final Button takeOff = new Button();

    UnitFilter(InboxViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("inbox-units");
        open.setId("inbox-unit");
        open.getStyleClass().addAll("chip", "chip-button");
        open.textProperty().bind(texts.live("inbox.all-units"));
        open.setGraphic(Icons.of(Feather.CHEVRON_DOWN));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.setOnAction(event -> openNames());
        takeOff.setId("inbox-unit-off");
        takeOff.getStyleClass().addAll("chip", "chip-button", "chosen-chip");
        takeOff.setGraphic(Icons.of(Feather.X));
        takeOff.setContentDisplay(ContentDisplay.RIGHT);
        takeOff.setWrapText(true);
        takeOff.maxWidthProperty().bind(widthProperty());
        takeOff.setOnAction(event -> {
            model.unit().set(null);
            open.requestFocus();
        });
        visibleProperty().bind(Bindings.size(model.units()).greaterThan(1));
        managedProperty().bind(visibleProperty());
        model.unit().subscribe(this::show);
        model.units().addListener((ListChangeListener<UnitId>) change -> show());
        texts.language().subscribe(this::show);
        show();
    }

    private void show() {
        UnitId chosen = model.unit().get();
        if (chosen == null) {
            getChildren().setAll(open);
        } else {
            takeOff.setText(name(chosen));
            takeOff.setAccessibleText(texts.text("inbox.unit-off", name(chosen)));
            getChildren().setAll(takeOff);
        }
    }

    private String name(UnitId unit) {
        Language language = texts.language().get();
        return model.reference().unitName(unit, language);
    }

    private void openNames() {
        List<UnitId> units =
                model.units().stream().sorted(Comparator.comparing(this::name)).toList();
        Chooser<UnitId> chooser = new Chooser<>(units, this::name, texts.live("inbox.find-unit"));
        Label title = new Label(texts.text("inbox.unit"));
        title.getStyleClass().add("strong");
        VBox sheet = new VBox(title, chooser);
        sheet.getStyleClass().addAll("sheet", "names");
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(sheet);
        chooser.onPick(picked -> {
            popup.hide();
            model.unit().set(picked);
            takeOff.requestFocus();
        });
        Bounds here = open.localToScreen(open.getBoundsInLocal());
        popup.show(open, here.getMinX(), here.getMaxY() + BELOW);
        chooser.requestFocus();
    }
}
