package fi.vastine.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;

/**
 * Dresses every window of the program, follows the system's colours and changes at once when asked.
 *
 * <p>To be used on the screen's thread.
 */
public final class Theme {

    private static final List<String> CUTS = List.of("Regular", "Medium", "SemiBold", "Bold");
    private static final double BASE = 14;

    private final ObservableValue<ColorScheme> system;
    private Look look = Look.SYSTEM;
    private TextSize size = TextSize.BASE;

    /**
     * Loads the font and dresses the program.
     *
     * @param system the colours the operating system asks for
     */
    public Theme(ObservableValue<ColorScheme> system) {
        this.system = system;
        CUTS.forEach(Theme::loadFont);
        system.subscribe(ignored -> dress());
    }

    /** Changes to the look and the size of text wanted. */
    public void wear(Look wantedLook, TextSize wantedSize) {
        if (look == wantedLook && size.equals(wantedSize)) {
            return;
        }
        look = wantedLook;
        size = wantedSize;
        dress();
    }

    private void dress() {
        boolean dark = look == Look.DARK || (look == Look.SYSTEM && system.getValue() == ColorScheme.DARK);
        Application.setUserAgentStylesheet(
                StyleSheet.of(dark ? "dark" : "light", size).address());
    }

    private static void loadFont(String cut) {
        String file = "inter/Inter-" + cut + ".otf";
        try (InputStream stream = Theme.class.getResourceAsStream(file)) {
            if (stream == null || Font.loadFont(stream, BASE) == null) {
                throw new IllegalStateException("The font " + file + " cannot be loaded");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
