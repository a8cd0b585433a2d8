package fi.vastine.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/**
 * A cell whose graphic is as wide as the list and as tall as its wrapped texts need.
 *
 * @param <T> what the list holds
 */
public abstract class WrappingCell<T> extends ListCell<T> {
    protected WrappingCell() {
        setPrefWidth(0);
    }

    /** Text is wrapped at the width of the list, which a labelled control does not ask its graphic about. */
    @Override
    protected double computePrefHeight(double width) {
        Node drawn = getGraphic();
        double inside = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        return drawn == null
                ? super.computePrefHeight(width)
                : drawn.prefHeight(inside) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node drawn = getGraphic();
        if (drawn != null) {
            drawn.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }
}
