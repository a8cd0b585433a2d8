package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail: the program's mark, a button for each place, the foot that tells of the connection. */
final class RailView extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double ROOM_FOR_NAMES = 52;

    private final ShellViewModel shell;
    private final Texts texts;
    private final VBox buttons = new VBox();
    private final Label name = new Label("Vastine");

    RailView(ShellViewModel shell, Node foot) {
        this.shell = shell;
        this.texts = shell.texts();
        setId("rail");
        getStyleClass().add("rail");
        buttons.getStyleClass().add("rail-places");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(mark(), buttons, space, foot);
        foot.getStyleClass().add("rail-foot");

        shell.places().subscribe(this::showPlaces);
        showPlaces();
    }

    /** Leaves the names out, keeping icons and counts, where the frame has no room for them beside the work. */
    void narrowIn(ObservableDoubleValue frameWidth) {
        BooleanBinding narrow = Bindings.createBooleanBinding(
                () -> frameWidth.get() > 0
                        && frameWidth.get() < ROOM_FOR_NAMES * name.getFont().getSize(),
                frameWidth,
                name.fontProperty());
        narrow.subscribe(now -> pseudoClassStateChanged(NARROW, now));
        // The binding lives as long as the rail.
        getProperties().put(NARROW, narrow);
    }

    private Node mark() {
        Label letter = new Label("V");
        letter.getStyleClass().add("mark-letter");
        name.getStyleClass().add("mark-name");
        HBox mark = new HBox(letter, name);
        mark.getStyleClass().add("mark");
        return mark;
    }

    private void showPlaces() {
        buttons.getChildren().setAll(shell.places().stream().map(this::button).toList());
    }

    private ToggleButton button(Place place) {
        Label name = new Label();
        name.textProperty().bind(texts.live(place.nameKey()));
        name.getStyleClass().add("rail-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox content = new HBox(new FontIcon(place.icon()), name, count(place));
        content.getStyleClass().add("rail-content");

        ToggleButton button = new ToggleButton();
        button.setId("rail-" + place.id());
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-place");
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> spoken(place), texts.language(), place.count()));
        content.prefWidthProperty().bind(button.widthProperty());
        button.setOnAction(ignored -> {
            // A place that is open stays open: pressing it again must not leave the rail with none chosen.
            button.setSelected(true);
            shell.open(place.id());
        });
        shell.openPlace()
                .subscribe(now -> button.setSelected(now != null && now.id().equals(place.id())));
        return button;
    }

    private static Label count(Place place) {
        Label count = new Label();
        count.getStyleClass().addAll("count", place.tone() == Place.Tone.ALARM ? "alarm" : "work");
        count.textProperty().bind(Bindings.convert(place.count()));
        count.visibleProperty().bind(Bindings.greaterThan(place.count(), 0));
        count.managedProperty().bind(count.visibleProperty());
        count.setMinWidth(Region.USE_PREF_SIZE);
        return count;
    }

    private String spoken(Place place) {
        String name = texts.text(place.nameKey());
        int waiting = place.count().get();
        return waiting == 0 ? name : texts.text("shell.place-with-count", name, waiting);
    }
}
