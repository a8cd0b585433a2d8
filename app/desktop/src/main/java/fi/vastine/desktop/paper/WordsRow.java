package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.core.session.Interview;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A question that is answered in the customer's own words. Enter goes on; with Shift it begins a line. */
final class WordsRow implements Row {
    private static final int ROWS = 2;

    private final PaperViewModel model;
    private final FormItem item;
    private final HBox row = new HBox();
    private final TextArea area = new TextArea();
    private boolean showing;

    WordsRow(PaperViewModel model, FormItem item) {
        this.model = model;
        this.item = item;
        int longest = item.kind() instanceof ItemKind.Words words ? words.longest() : Decisions.LONGEST_TEXT;
        row.getStyleClass().addAll("paper-row", "paper-row-words");
        area.setId("paper-row-" + item.linkId());
        area.setWrapText(true);
        area.setPrefRowCount(ROWS);
        area.setTextFormatter(new TextFormatter<>(change -> atMost(longest, change)));
        area.textProperty().subscribe((before, now) -> {
            if (!showing) {
                model.written(item.linkId(), now);
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.focusedProperty().subscribe(focused -> {
            if (focused) {
                model.keys().stand(item.linkId());
            }
        });
    }

    /** What would be too long changes nothing, and is said. */
    private TextFormatter.Change atMost(int longest, TextFormatter.Change change) {
        if (change.getControlNewText().length() > longest) {
            model.say("entry.why-too-long");
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
            change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        }
        return change;
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean taken = true;
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    area.replaceSelection("\n");
                } else {
                    model.keys().onward();
                }
            }
            case TAB -> {
                if (event.isShiftDown()) {
                    model.keys().back();
                } else {
                    model.keys().onward();
                }
            }
            case UP -> taken = leaves(area.getCaretPosition() == 0, model.keys()::back);
            case DOWN -> taken = leaves(area.getCaretPosition() == area.getLength(), model.keys()::onward);
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    /** The arrows move within the words as long as there are some in their way. */
    private static boolean leaves(boolean isAtTheEdge, Runnable leave) {
        if (isAtTheEdge) {
            leave.run();
        }
        return isAtTheEdge;
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Interview now) {
        if (row.getChildren().isEmpty()) {
            row.getChildren().setAll(Row.question(item, now.language()), area);
            area.setAccessibleText(item.text().in(now.language()));
        }
        String words = now.filled().answer(item.linkId()).orElse(null) instanceof Given.Words said ? said.text() : "";
        // Blanks alone are no answer, but they are being typed.
        if (!area.getText().equals(words) && !(words.isEmpty() && area.getText().isBlank())) {
            showing = true;
            area.setText(words);
            area.end();
            showing = false;
        }
    }

    @Override
    public void takeFocus() {
        area.requestFocus();
    }

    @Override
    public boolean isFocused() {
        return area.isFocused();
    }
}
