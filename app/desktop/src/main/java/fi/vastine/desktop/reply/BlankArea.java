package fi.vastine.desktop.reply;

import fi.vastine.contract.text.ReplyText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * A text area as tall as its text, with the blanks of a template marked behind the words.
 *
 * <p>The marks lie under the area, whose own ground is clear, at the places where the text itself says its letters are.
 */
final class BlankArea extends StackPane {
    private static final double LEAST = 150;
    private static final double AROUND = 36;

    private final TextArea area = new TextArea();
    private final Pane marks = new Pane();
    private final Text measure = new Text();
    private final Supplier<List<ReplyText.Blank>> blanks;

    BlankArea(Supplier<List<ReplyText.Blank>> blanks) {
        this.blanks = blanks;
        getStyleClass().add("blank-area");
        marks.setMouseTransparent(true);
        marks.setManaged(false);
        area.setWrapText(true);
        area.setMinHeight(0);
        getChildren().addAll(marks, area);
        area.textProperty().subscribe(ignored -> requestLayout());
        area.scrollTopProperty().subscribe(ignored -> requestLayout());
        area.fontProperty().subscribe(ignored -> requestLayout());
        area.skinProperty().subscribe(ignored -> requestLayout());
    }

    TextArea area() {
        return area;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As tall as the words are at this width, so that no text is scrolled inside a page that scrolls already. */
    @Override
    protected double computePrefHeight(double width) {
        double around = snappedTopInset() + snappedBottomInset() + AROUND;
        double inside = width - snappedLeftInset() - snappedRightInset() - insetOfWords();
        measure.setText(area.getText());
        measure.setFont(area.getFont());
        measure.setLineSpacing(words().map(Text::getLineSpacing).orElse(0.0));
        measure.setWrappingWidth(Math.max(1, inside));
        return Math.max(LEAST, snapSizeY(measure.getLayoutBounds().getHeight()) + around);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double insetOfWords() {
        return area.lookup(".content") instanceof Region content
                ? content.snappedLeftInset() + content.snappedRightInset()
                : 0;
    }

    /** The node that draws the words: beside it lies, at times, another with the prompt. */
    private Optional<Text> words() {
        return area.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(area.getText()))
                .findFirst();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        area.layout();
        mark();
    }

    private void mark() {
        marks.getChildren().clear();
        words().ifPresent(this::markIn);
    }

    private void markIn(Text text) {
        int length = text.getText().length();
        for (ReplyText.Blank blank : blanks.get()) {
            if (blank.end() <= length) {
                Path shape = new Path(text.rangeShape(blank.start(), blank.end()));
                shape.getStyleClass().add("blank-mark");
                place(shape, text);
                marks.getChildren().add(shape);
            }
        }
    }

    /** The text lies deep inside the area: its letters are carried over to where the marks are drawn. */
    private void place(Path shape, Text text) {
        double x = 0;
        double y = 0;
        for (Node at = text; at != null && !at.equals(this); at = at.getParent()) {
            Bounds origin = at.localToParent(at.getLayoutBounds());
            x += origin.getMinX() - at.getLayoutBounds().getMinX();
            y += origin.getMinY() - at.getLayoutBounds().getMinY();
        }
        shape.setLayoutX(x);
        shape.setLayoutY(y);
    }
}
