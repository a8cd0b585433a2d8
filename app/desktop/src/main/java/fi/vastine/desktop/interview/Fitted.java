package fi.vastine.desktop.interview;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Makes what would not fit smaller, so that no answer lies out of sight; what is still too high is scrolled. */
final class Fitted extends Region {
    private static final double STEP = 0.05;

    private final Region content;
    private final DoubleSupplier least;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private double room = Double.MAX_VALUE;

    private Fitted(Region content, DoubleSupplier least) {
        this.content = content;
        this.least = least;
        content.getTransforms().add(scale);
        getChildren().setAll(content);
    }

    /**
     * A pane of all its room that scrolls upwards and downwards only.
     *
     * @param least asked when it is laid out: how small the content may become, 1 for not at all
     */
    static ScrollPane scrolling(Region content, DoubleSupplier least) {
        Fitted fitted = new Fitted(content, least);
        ScrollPane scroll = new ScrollPane(fitted);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.viewportBoundsProperty().subscribe(viewport -> {
            fitted.room = viewport.getHeight();
            fitted.requestLayout();
        });
        return scroll;
    }

    private double factor(double width) {
        double smallest = Math.min(1, least.getAsDouble());
        for (double factor = 1; factor > smallest; factor -= STEP) {
            if (content.prefHeight(width / factor) * factor <= room) {
                return factor;
            }
        }
        return smallest;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double factor = factor(width);
        return content.prefHeight(width / factor) * factor;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.minWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double factor = factor(getWidth());
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate(0, 0, getWidth() / factor, content.prefHeight(getWidth() / factor));
    }
}
