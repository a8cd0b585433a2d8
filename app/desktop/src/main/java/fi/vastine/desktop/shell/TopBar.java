package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above everything: search, and who is at work for which unit. */
final class TopBar extends HBox {

    /** The longest name of a unit that is shown whole, measured by the search at its narrowest, which grows with the text. */
    private static final double LONGEST_UNIT = 2;

    private final ShellViewModel shell;
    private final Texts texts;
    private final SearchField search;
    private final Label unit = new Label();
    private final Button person;

    TopBar(ShellViewModel shell, Runnable showKeys, Leaving leaving) {
        this.shell = shell;
        this.texts = shell.texts();
        getStyleClass().add("top-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        search = new SearchField(shell);
        HBox.setHgrow(search, Priority.ALWAYS);
        person = personButton(showKeys, leaving);
        getChildren().setAll(search, space, person);
    }

    /** In a narrow window the name of the unit gives way, which can be had in full; the prompt of the search cannot. */
    @Override
    protected void layoutChildren() {
        double narrowest = search.minWidth(-1);
        double shown = Math.min(unit.prefWidth(-1), unit.getMaxWidth() < 0 ? Double.MAX_VALUE : unit.getMaxWidth());
        double others = snappedLeftInset()
                + narrowest
                + 2 * getSpacing()
                + (person.prefWidth(-1) - shown)
                + snappedRightInset();
        unit.setMaxWidth(Math.clamp(Math.floor(getWidth() - others), 0, LONGEST_UNIT * narrowest));
        super.layoutChildren();
    }

    void focusSearch() {
        search.focus();
    }

    private Button personButton(Runnable showKeys, Leaving leaving) {
        unit.textProperty().bind(shell.unitName());
        unit.getStyleClass().addAll("strong", "may-clip");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(shell.unitName());
        unit.setTooltip(whole);
        Label initials = new Label();
        initials.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ShellViewModel.initials(shell.personName().get()), shell.personName()));
        initials.getStyleClass().add("initials");
        initials.setMinWidth(Region.USE_PREF_SIZE);
        initials.visibleProperty().bind(shell.personName().isNotEmpty());
        HBox content = new HBox(unit, new FontIcon(Feather.CHEVRON_DOWN), initials);
        content.getStyleClass().add("person-content");

        Button button = new Button();
        button.setId("person-menu");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("quiet", "person-button");
        button.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        button.accessibleTextProperty().bind(texts.live("shell.person-menu", shell.personName(), shell.unitName()));
        button.setMinWidth(Region.USE_PREF_SIZE);

        ContextMenu menu = new ContextMenu(
                who(),
                new SeparatorMenuItem(),
                item("show-keys", "shell.keys", Feather.COMMAND, showKeys),
                item("lock-screen", "shell.lock", Feather.LOCK, leaving.lock()),
                item("hand-over", "shell.hand-over", Feather.USERS, leaving.handOver()),
                item("sign-out", "shell.sign-out", Feather.LOG_OUT, leaving.signOut()));
        button.setOnAction(ignored -> menu.show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    private MenuItem who() {
        Label name = new Label();
        name.textProperty().bind(shell.personName());
        name.getStyleClass().add("strong");
        Label title = new Label();
        title.textProperty().bind(shell.personTitle());
        title.getStyleClass().addAll("muted", "small");
        CustomMenuItem who = new CustomMenuItem(new VBox(name, title), false);
        who.getStyleClass().add("who");
        return who;
    }

    private MenuItem item(String id, String key, Feather icon, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.live(key));
        item.setGraphic(new FontIcon(icon));
        item.setOnAction(ignored -> action.run());
        return item;
    }
}
