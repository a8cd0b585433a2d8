package fi.vastine.desktop.demo;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.HeadStart;
import fi.vastine.desktop.fx.FrontDoor;
import fi.vastine.desktop.fx.FxBackground;
import fi.vastine.desktop.fx.Lane;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The demo with a window: the county is opened, or made, while the window stands already. */
public final class DemoApp extends Application {

    private final FxBackground background = new FxBackground();
    private @Nullable Desktop desktop;
    private @Nullable DemoBackend backend;

    @Override
    public void start(Stage stage) {
        DemoSettings settings = DemoSettings.ofThisMachine();
        try {
            Profile profile = settings.profile();
            Desktop opened = new Desktop(
                    stage,
                    new HeadStart(profile, settings.policy(), settings.clock()),
                    "Vastine-demo",
                    Platform.getPreferences().colorSchemeProperty());
            desktop = opened;
            opened.opensFilesWith(
                    file -> getHostServices().showDocument(file.toUri().toString()));
            opened.showWindow();
            background.run(Lane.NETWORK, settings::backend, running -> begin(opened, running));
        } catch (AlreadyOpen first) {
            first.greeting().ifPresent(FrontDoor::knock);
            Platform.exit();
        }
    }

    private void begin(Desktop opened, DemoBackend running) {
        backend = running;
        opened.putAbove(new DemoBar(running, opened, background, this::showFolder));
        DemoAccount first = running.accounts().getFirst();
        opened.signIn(running.address(), first.user(), first.password(), ignored -> {});
    }

    private void showFolder(Path folder) {
        getHostServices().showDocument(folder.toUri().toString());
    }

    @Override
    public void stop() {
        background.close();
        if (desktop != null) {
            desktop.close();
        }
        if (backend != null) {
            backend.close();
        }
    }
}
