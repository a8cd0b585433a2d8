package fi.vastine.desktop;

import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.fx.FrontDoor;
import java.nio.file.Path;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program as JavaFX starts it. */
public final class VastineApp extends Application {

    private static final Logger log = LoggerFactory.getLogger(VastineApp.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private @Nullable Desktop desktop;

    @Override
    public void start(Stage stage) {
        Path folder = Main.folder();
        try {
            Desktop opened = new Desktop(
                    stage,
                    Profile.open(folder),
                    Policy.ofThisComputer(System.getProperties()),
                    Main.deviceName(),
                    Main.clock(ZONE),
                    Platform.getPreferences().colorSchemeProperty());
            desktop = opened;
            opened.open();
        } catch (AlreadyOpen first) {
            boolean heard = first.greeting().map(FrontDoor::knock).orElse(false);
            log.info("The program is open already; it was {} to the front", heard ? "called" : "not reached to come");
            Platform.exit();
        }
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }
}
