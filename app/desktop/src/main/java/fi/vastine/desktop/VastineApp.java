package fi.vastine.desktop;

import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.fx.FrontDoor;
import fi.vastine.desktop.settings.SettingsFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program as JavaFX starts it. */
public final class VastineApp extends Application {

    private static final Logger log = LoggerFactory.getLogger(VastineApp.class);
    static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    /** JavaFX makes the application itself, so what was begun before it can only be left here for it. */
    private static @Nullable HeadStart begun;

    private @Nullable Desktop desktop;

    /** Begins what needs no window, then starts JavaFX. */
    static void begin(String[] arguments) {
        Policy policy = Policy.ofThisComputer();
        LogFile.beginIn(Main.logs(policy.settings()));
        new Offers(Main.folder(policy.settings())).leave(List.of(arguments));
        try {
            begun = headStart(policy).begin();
        } catch (AlreadyOpen | UncheckedIOException metAgain) {
            log.debug("Said as soon as there is a window to say it in", metAgain);
        }
        Application.launch(VastineApp.class, arguments);
    }

    private static HeadStart headStart(Policy policy) {
        return new HeadStart(Profile.open(Main.folder(policy.settings())), policy, Main.clock(ZONE));
    }

    @Override
    public void start(Stage stage) {
        Policy policy = Policy.ofThisComputer();
        Path folder = Main.folder(policy.settings());
        try {
            Desktop opened = new Desktop(
                    stage,
                    begun == null ? headStart(policy) : begun,
                    Main.deviceName(),
                    Platform.getPreferences().colorSchemeProperty());
            desktop = opened;
            opened.opensFilesWith(
                    file -> getHostServices().showDocument(file.toUri().toString()));
            opened.open();
        } catch (AlreadyOpen first) {
            if (first.greeting().map(FrontDoor::knock).orElse(false)) {
                log.info("The program is open already; it was called to the front");
                Platform.exit();
            } else {
                NotStarted.show(stage, new SettingsFile(folder).read(), "start.no-answer");
            }
        } catch (UncheckedIOException unusable) {
            log.error("The program's folder cannot be used", unusable);
            NotStarted.show(stage, new SettingsFile(folder).read(), new HomeFolder(folder).whyNot(unusable), folder);
        }
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }
}
