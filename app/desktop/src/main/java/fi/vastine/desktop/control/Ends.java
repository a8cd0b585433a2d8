package fi.vastine.desktop.control;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two things at the ends of one line; the second goes under the first where the line has no room for both.
 *
 * <p>So no text is cut short at a large text size or in a narrow window. One that is not managed takes no room.
 */
public final class Ends extends Region {
    private static final double GAP = 12;
    private static final double BETWEEN_LINES = 2;

    private final Node first;
    private final Node second;
    private final double enough;

    /** Both whole on one line, or one under the other. */
    public Ends(Node first, Node second) {
        this(first, second, 1);
    }

    /**
     * The first may wrap before the second moves below it.
     *
     * @param enough the share of the line, above 0 and up to 1, that is enough for the first
     */
    public Ends(Node first, Node second, double enough) {
        this.enough = enough;
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + widthOfBoth() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = inside(width < 0 ? prefWidth(-1) : width);
        double content = isOneLine(inside)
                ? Math.max(height(first, inside - room(second)), height(second, inside))
                : height(first, inside) + BETWEEN_LINES + height(second, inside);
        return snappedTopInset() + content + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inside = inside(getWidth());
        double left = snappedLeftInset();
        double top = snappedTopInset();
        if (isOneLine(inside)) {
            double high = getHeight() - top - snappedBottomInset();
            double last = width(second);
            layoutInArea(first, left, top, inside - room(second), high, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(second, left + inside - last, top, last, high, 0, HPos.RIGHT, VPos.CENTER);
        } else {
            double high = height(first, inside);
            layoutInArea(first, left, top, inside, high, 0, HPos.LEFT, VPos.TOP);
            double below = top + high + BETWEEN_LINES;
            layoutInArea(second, left, below, inside, height(second, inside), 0, HPos.LEFT, VPos.TOP);
        }
    }

    private boolean isOneLine(double inside) {
        return !first.isManaged()
                || !second.isManaged()
                || widthOfBoth() <= inside
                || width(second) + GAP <= inside * (1 - enough);
    }

    private double widthOfBoth() {
        double gap = first.isManaged() && second.isManaged() ? GAP : 0;
        return width(first) + gap + width(second);
    }

    /** What a node takes of the line, with the gap before it. */
    private double room(Node node) {
        return node.isManaged() ? width(node) + GAP : 0;
    }

    private double inside(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private double width(Node node) {
        return node.isManaged() ? snapSizeX(node.prefWidth(-1)) : 0;
    }

    private double height(Node node, double inside) {
        return node.isManaged() ? snapSizeY(node.prefHeight(inside)) : 0;
    }
}
