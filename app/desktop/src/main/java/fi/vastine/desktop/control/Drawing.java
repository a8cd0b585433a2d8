package fi.vastine.desktop.control;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * A face, symbol or sign drawn by us, as large as the style sheet says and in its colours.
 *
 * <p>It stands beside words, never in their place, so a screen reader passes over it. To be used on the screen's thread.
 */
public final class Drawing extends Region {
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final SVGPath square = path("drawing-ground");
    private final SVGPath lines = path("drawing-line");
    private final SVGPath dots = path("drawing-dot");
    private double side;

    private Drawing(String style, Master master) {
        Group all = new Group(square, lines, dots);
        all.setManaged(false);
        all.getTransforms().add(scale);
        getChildren().setAll(all);
        getStyleClass().addAll("drawing", style);
        setMouseTransparent(true);
        draw(master);
    }

    /** Whether there is a face or symbol of this name. */
    public static boolean exists(String name) {
        return Master.exists(name);
    }

    /**
     * The face or symbol of this name, which is one of its style classes.
     *
     * @throws IllegalStateException if there is none: see {@link #exists}
     */
    public static Drawing of(String name) {
        return new Drawing(name, Master.read(name));
    }

    /** A sign, small, as icons are. */
    public static Drawing of(Sign sign) {
        return new Drawing("sign", sign.master());
    }

    /** Shows another sign in the same place: no node is made and nothing is styled anew. */
    public void show(Sign sign) {
        draw(sign.master());
    }

    private void draw(Master master) {
        side = master.side();
        // Without a path over the whole square, each would be as large as its own lines.
        square.setContent("M0 0H%1$s V%1$s H0z".formatted(side));
        lines.setContent(master.lines());
        lines.setStrokeWidth(master.pen());
        dots.setContent(master.dots());
        requestLayout();
    }

    private static SVGPath path(String style) {
        SVGPath path = new SVGPath();
        path.getStyleClass().add(style);
        return path;
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth(), getHeight()) / side;
        scale.setX(factor);
        scale.setY(factor);
    }
}
