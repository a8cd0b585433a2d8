package fi.vastine.desktop.control;

import fi.vastine.contract.cases.Channel;
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

    /** The picture of the way feedback came in. */
    public static Feather of(Channel channel) {
        return switch (channel) {
            case WEB -> Feather.GLOBE;
            case SMS -> Feather.MESSAGE_SQUARE;
            case DEVICE -> Feather.TABLET;
            case QR -> Feather.SMARTPHONE;
            case PAPER -> Feather.FILE_TEXT;
            case ORAL -> Feather.MIC;
            case SUPPORTED -> Feather.SMILE;
        };
    }
}
