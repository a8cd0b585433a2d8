package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail: the program's mark, a button for each place, the foot that tells of the connection. */
final class RailView extends VBox {

    private final ShellViewModel shell;
    private final Texts texts;
    private final VBox buttons = new VBox();

    RailView(ShellViewModel shell, Node foot) {
        this.shell = shell;
        this.texts = shell.texts();
        setId("rail");
        getStyleClass().add("rail");
        buttons.getStyleClass().add("rail-places");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(mark(), buttons, space, foot);

        shell.places().subscribe(this::showPlaces);
        showPlaces();
    }

    private static Node mark() {
        Label letter = new Label("V");
        letter.getStyleClass().add("mark-letter");
        Label name = new Label("Vastine");
        name.getStyleClass().add("mark-name");
        HBox mark = new HBox(letter, name);
        mark.getStyleClass().add("mark");
        return mark;
    }

    private void showPlaces() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> made = shell.places().stream().map(this::button).toList();
        made.forEach(button -> button.setToggleGroup(group));
        buttons.getChildren().setAll(made);
    }

    private ToggleButton button(Place place) {
        Label name = new Label();
        name.textProperty().bind(texts.live(place.nameKey()));
        name.getStyleClass().add("rail-name");
        name.setMaxWidth(Double.MAX_VALUE);
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
