package fi.vastine.desktop.demo;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Starts the demo: with a window where there is a display, as the guided tour where there is none. */
public final class DemoMain {

    private static final Logger log = Logger.getLogger("vastine.demo");

    private DemoMain() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        log.setLevel(Level.INFO);
        boolean display = hasDisplay();
        List<String> missing = display ? Libraries.missingForWindows() : Libraries.missingForPictures();
        if (!missing.isEmpty()) {
            log.severe("JavaFX needs libraries that are not on this machine. On Debian: apt-get install "
                    + String.join(" ", missing));
            System.exit(2);
        }
        if (display) {
            Application.launch(DemoApp.class, arguments);
        } else {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("testfx.robot", "glass");
            System.setProperty("java.awt.headless", "true");
            System.setProperty("prism.order", "sw");
            System.exit(tour());
        }
    }

    private static int tour() {
        try (Tour tour = new Tour(DemoSettings.ofTour())) {
            tour.play();
            return 0;
        } catch (AssertionError | RuntimeException failed) {
            log.log(Level.SEVERE, "The tour did not get to its end", failed);
            return 1;
        }
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
