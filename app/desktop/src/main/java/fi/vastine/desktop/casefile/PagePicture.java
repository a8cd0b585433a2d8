package fi.vastine.desktop.casefile;

import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** A page that is as wide as there is room for, and never makes the case wider than its place. */
final class PagePicture extends Region {
    /** An A4 is read at this width. */
    private static final double WIDEST = 720;

    private final ImageView view;
    private final double widest;
    private final double ratio;

    PagePicture(Image page, String spoken) {
        view = new ImageView(page);
        view.setId("case-scan-picture");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(spoken);
        widest = Math.min(page.getWidth(), WIDEST);
        ratio = page.getHeight() / page.getWidth();
        setMaxWidth(widest);
        getChildren().setAll(view);
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
        return widest;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return ratio * (width < 0 ? widest : Math.min(width, widest));
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(Math.min(getWidth(), widest));
    }
}
