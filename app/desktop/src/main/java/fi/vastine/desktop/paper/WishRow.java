package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.text.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Behind the last question: whether the customer wishes for a reply, and where to. */
final class WishRow implements Row {
    private final PaperViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final HBox row = new HBox();
    private final Label typed = new Label();
    private final Label words = new Label();
    private final HBox contact = new HBox();
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private boolean showing;

    WishRow(PaperViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label question = new Label();
        question.textProperty().bind(texts.live("entry.reply"));
        Row.wide(question);
        typed.getStyleClass().add("paper-code");
        words.getStyleClass().addAll("paper-words", "muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        row.getChildren().setAll(question, typed, words);
        row.setId("paper-row-wish");
        row.getStyleClass().add("paper-row");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.TEXT_FIELD);
        row.accessibleTextProperty().bind(question.textProperty());
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        row.setOnMousePressed(event -> row.requestFocus());
        row.focusedProperty().subscribe(this::stand);
        address.setId("paper-address");
        address.focusedProperty().subscribe(this::stand);
        address.addEventHandler(KeyEvent.KEY_PRESSED, event -> move(event, row, name));
        name.setId("paper-name");
        name.promptTextProperty().bind(texts.live("entry.name"));
        name.accessibleTextProperty().bind(texts.live("entry.name"));
        name.focusedProperty().subscribe(this::stand);
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> move(event, address, null));
        address.textProperty().subscribe((before, now) -> write());
        name.textProperty().subscribe((before, now) -> write());
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.ALWAYS);
        contact.getChildren().setAll(address, name);
        contact.getStyleClass().add("paper-contact");
        contact.managedProperty().bind(contact.visibleProperty());
        contact.setVisible(false);
        root.getChildren().setAll(row, contact);
    }

    private void stand(boolean focused) {
        if (focused) {
            model.keys().stand(null);
        }
    }

    private void onKey(KeyEvent event) {
        boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER;
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (down && contact.isVisible()) {
            address.requestFocus();
            event.consume();
        } else if (PaperKeys.press(model.keys(), event.getCode())) {
            event.consume();
        }
    }

    private void move(KeyEvent event, Node up, @Nullable Node down) {
        boolean onward = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER;
        if (event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.UP) {
            up.requestFocus();
            event.consume();
        } else if (onward && down != null) {
            down.requestFocus();
            event.consume();
        } else if (onward) {
            model.say("paper.how-to-keep");
            event.consume();
        }
    }

    private void write() {
        Interview now = model.paper().get();
        ReplyWish wish = now == null ? null : now.wish();
        if (!showing && wish != null) {
            model.wished(new ReplyWish(wish.way(), address.getText(), name.getText()));
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Interview now) {
        ReplyWish wish = now.wish();
        showing = true;
        typed.setText(wish == null ? "" : Integer.toString(Keys.WAYS.indexOf(wish.way()) + 1));
        words.setText(wish == null ? texts.text("entry.no-reply") : texts.word(wish.way()));
        row.setAccessibleRoleDescription(typed.getText() + " " + words.getText());
        put(address, wish == null ? "" : wish.address());
        put(name, wish == null || wish.name() == null ? "" : wish.name());
        String asked = wish == null ? "" : texts.text(asked(wish.way()));
        address.setPromptText(asked);
        address.setAccessibleText(asked);
        showing = false;
        boolean opens = wish != null && !contact.isVisible();
        contact.setVisible(wish != null);
        if (opens && row.isFocused()) {
            address.requestFocus();
        }
    }

    private static String asked(Way way) {
        return switch (way) {
            case MAIL -> "entry.mail";
            case PHONE -> "entry.phone";
            case POST, IN_PERSON -> "entry.post";
        };
    }

    private static void put(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    @Override
    public void takeFocus() {
        row.requestFocus();
    }

    @Override
    public boolean isFocused() {
        return row.isFocused() || address.isFocused() || name.isFocused();
    }
}
