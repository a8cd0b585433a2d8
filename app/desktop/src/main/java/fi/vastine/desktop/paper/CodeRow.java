package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.text.Texts;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A question that is answered by a number. */
final class CodeRow implements Row {
    private final PaperViewModel model;
    private final Texts texts;
    private final Code code;
    private final HBox row = new HBox();
    private final Label typed = new Label();
    private final Label words = new Label();

    CodeRow(PaperViewModel model, Texts texts, FormItem item) {
        this.model = model;
        this.texts = texts;
        this.code = new Code(item);
        row.setId("paper-row-" + item.linkId());
        row.getStyleClass().add("paper-row");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.TEXT_FIELD);
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        row.setOnMousePressed(event -> row.requestFocus());
        row.focusedProperty().subscribe(focused -> {
            if (focused) {
                model.keys().stand(item.linkId());
            }
        });
        typed.getStyleClass().add("paper-code");
        words.getStyleClass().addAll("paper-words", "muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void onKey(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && PaperKeys.press(model.keys(), event.getCode())) {
            event.consume();
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Interview now) {
        if (row.getChildren().isEmpty()) {
            row.getChildren().setAll(Row.question(code.item(), now.language()), typed, words);
        }
        String linkId = code.item().linkId();
        Optional<Given> given = now.filled().answer(linkId);
        String begun = linkId.equals(now.at()) ? model.keys().begun().get() : "";
        String said = given.map(each -> code.words(each, now.language(), texts)).orElse("");
        typed.setText(begun.isEmpty() ? given.map(code::typed).orElse("") : begun + "…");
        words.setText(begun.isEmpty() ? said : "");
        row.setAccessibleText(code.item().text().in(now.language()));
        row.setAccessibleHelp(code.legend(now.language(), texts));
        row.setAccessibleRoleDescription(typed.getText() + " " + words.getText());
    }

    @Override
    public void takeFocus() {
        row.requestFocus();
    }

    @Override
    public boolean isFocused() {
        return row.isFocused();
    }
}
