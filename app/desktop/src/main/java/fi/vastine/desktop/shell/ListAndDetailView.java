package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list with what is chosen from it beside it, or in its place where there is no room for both. */
final class ListAndDetailView extends HBox {
    /** In letters: so wide that neither side is cramped, whatever the size of the text. */
    private static final double ROOM_FOR_BOTH = 46;

    private final Place.Panes.ListAndDetail both;
    private final StackPane list;
    private final VBox detail;
    private final Node wayBack;
    private final Label letter = new Label();
    private final BooleanBinding oneOnly;

    ListAndDetailView(Place.Panes.ListAndDetail both, Texts texts) {
        this.both = both;
        list = new StackPane(both.list().node());
        list.getStyleClass().add("list-side");
        wayBack = wayBack(texts);
        VBox.setVgrow(both.detail().node(), Priority.ALWAYS);
        detail = new VBox(wayBack, both.detail().node());
        detail.getStyleClass().add("detail-side");
        HBox.setHgrow(detail, Priority.ALWAYS);
        letter.setManaged(false);
        getChildren().setAll(list, detail, letter);

        oneOnly = Bindings.createBooleanBinding(
                () -> getWidth() > 0
                        && getWidth() < ROOM_FOR_BOTH * letter.getFont().getSize(),
                widthProperty(),
                letter.fontProperty());
        oneOnly.subscribe(ignored -> arrange());
        both.front().subscribe(ignored -> turn());
    }

    private Node wayBack(Texts texts) {
        Button back = new Button();
        back.setId("back-to-list");
        back.textProperty().bind(texts.live("shell.list-key"));
        back.setGraphic(new FontIcon(Feather.ARROW_LEFT));
        back.getStyleClass().add("quiet");
        back.setOnAction(ignored -> both.front().set(Front.LIST));
        HBox bar = new HBox(back);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("way-back");
        return bar;
    }

    private void arrange() {
        boolean one = oneOnly.get();
        boolean detailInFront = both.front().get() == Front.DETAIL;
        show(list, !one || !detailInFront);
        show(detail, !one || detailInFront);
        show(wayBack, one);
        HBox.setHgrow(list, one ? Priority.ALWAYS : Priority.NEVER);
    }

    /** Whoever is at the keyboard goes on where the window has turned to. */
    private void turn() {
        boolean here = holdsFocus();
        arrange();
        if (oneOnly.get() && here) {
            Place.Side now = switch (both.front().get()) {
                case LIST -> both.list();
                case DETAIL -> both.detail();
            };
            now.focus().run();
        }
    }

    private boolean holdsFocus() {
        Node at = getScene() == null ? null : getScene().getFocusOwner();
        while (at != null && !at.equals(this)) {
            at = at.getParent();
        }
        return at != null;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
