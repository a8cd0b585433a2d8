package fi.vastine.desktop.diagnosis;

import java.util.List;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Screen;

/**
 * What the program is drawn on.
 *
 * @param drawn by which part of the computer; whether at all
 * @param sizes of each screen, as {@code 1920 × 1080 (150 %)}
 */
public record Screens(Drawn drawn, List<String> sizes) {
    /** There is no display. */
    public static final Screens NONE = new Screens(Drawn.NOT_AT_ALL, List.of());

    /** Who draws. */
    public enum Drawn {
        BY_GRAPHICS_CARD,
        IN_SOFTWARE,
        NOT_AT_ALL
    }

    /** What there is now. To be called on the screen's thread. */
    public static Screens now() {
        return new Screens(
                Platform.isSupported(ConditionalFeature.SCENE3D) ? Drawn.BY_GRAPHICS_CARD : Drawn.IN_SOFTWARE,
                Screen.getScreens().stream()
                        .map(each -> "%.0f × %.0f (%.0f %%)"
                                .formatted(
                                        each.getBounds().getWidth() * each.getOutputScaleX(),
                                        each.getBounds().getHeight() * each.getOutputScaleY(),
                                        each.getOutputScaleX() * 100))
                        .toList());
    }
}
