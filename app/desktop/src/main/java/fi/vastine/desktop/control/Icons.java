package fi.vastine.desktop.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures that stand beside words; never in their place, so a screen reader passes over them. */
public final class Icons {
    private Icons() {}

    /** An icon whose size and colour come from the style sheet. */
    public static FontIcon of(Feather picture) {
        FontIcon icon = new FontIcon(picture);
        icon.setMouseTransparent(true);
        return icon;
    }
}
