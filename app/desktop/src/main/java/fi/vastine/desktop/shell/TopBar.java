package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above everything: search, and who is at work for which unit. */
final class TopBar extends HBox {

    private final ShellViewModel shell;
    private final Texts texts;
    private final TextField search = new TextField();

    TopBar(ShellViewModel shell, Runnable showKeys, Runnable lock, Runnable signOut) {
        this.shell = shell;
        this.texts = shell.texts();
        getStyleClass().add("top-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        getChildren().setAll(searchField(), space, personButton(showKeys, lock, signOut));
    }

    void focusSearch() {
        if (!shell.searches().get()) {
            return;
        }
        search.requestFocus();
        search.selectAll();
    }

    private Node searchField() {
        search.setId("search");
        search.promptTextProperty().bind(texts.live("shell.search"));
        search.accessibleTextProperty().bind(texts.live("shell.search"));
        search.textProperty().bindBidirectional(shell.search());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
        FontIcon glass = new FontIcon(Feather.SEARCH);
        glass.setMouseTransparent(true);
        Label keys = new Label();
        keys.textProperty().bind(texts.live("shell.search-keys"));
        keys.getStyleClass().add("key-cap");
        keys.setMouseTransparent(true);
        keys.visibleProperty().bind(search.textProperty().isEmpty());
        StackPane.setAlignment(glass, javafx.geometry.Pos.CENTER_LEFT);
        StackPane.setAlignment(keys, javafx.geometry.Pos.CENTER_RIGHT);
        StackPane field = new StackPane(search, glass, keys);
        field.getStyleClass().add("search-field");
        field.visibleProperty().bind(shell.searches());
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** Down and Enter lead to what was found; Esc gives up the search. */
    private void leaveSearch(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, ENTER -> shell.leaveSearch();
            case ESCAPE -> {
                search.clear();
                shell.leaveSearch();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Node personButton(Runnable showKeys, Runnable lock, Runnable signOut) {
        Label unit = new Label();
        unit.textProperty().bind(shell.unitName());
        unit.getStyleClass().addAll("strong", "person-unit", "may-clip");
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
                item("lock-screen", "shell.lock", Feather.LOCK, lock),
                item("sign-out", "shell.sign-out", Feather.LOG_OUT, signOut));
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
