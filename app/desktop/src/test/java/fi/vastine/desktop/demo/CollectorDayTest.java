package fi.vastine.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.contract.due.DueDates;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.HeadStart;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Clock;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector of the made-up county in the real program, against the real backend. */
class CollectorDayTest {
    @TempDir
    private Path folder;

    @Test
    void herProgramOpensOnTheFormShowsNoCaseAndWorksWithoutANetwork() {
        UiDriver.startToolkit();
        DemoSettings settings = new DemoSettings(folder, 200, false, Clock.system(DueDates.ZONE));
        Stage stage = UiDriver.onScreen(Stage::new);
        Profile profile = settings.profile();
        Desktop desktop = UiDriver.onScreen(() -> new Desktop(
                stage,
                new HeadStart(profile, settings.policy(), settings.clock()),
                "Keruu",
                new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        try (DemoBackend backend = settings.backend();
                UiDriver driver = UiDriver.of(stage)) {
            DemoAccount elias = backend.accounts().stream()
                    .filter(each -> each.user().equals("elias"))
                    .findFirst()
                    .orElseThrow();
            UiDriver.doOnScreen(desktop::showWindow);
            UiDriver.doOnScreen(() -> desktop.signIn(backend.address(), elias.user(), elias.password(), ignored -> {}));

            driver.await("interview-units");
            driver.waitForText("Kaikki lähetetty");
            assertThat(driver.shows("rail-settings")).isTrue();
            assertThat(driver.shows("rail-inbox")).isFalse();
            assertThat(driver.shows("rail-attention")).isFalse();
            assertThat(driver.shows("search")).isFalse();
            driver.picture("collector-first");
            driver.click("rail-entry").await("entry-units");

            backend.stop();
            driver.waitForText("Ei verkkoa");
            driver.type("lehtola").press(KeyCode.DOWN).press(KeyCode.ENTER);
            driver.press(KeyCode.SPACE).press(KeyCode.TAB).type("Kiitos hoidosta");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            driver.waitForText("Tänään kirjattu 1 · 1 odottaa lähetystä");
            driver.picture("collector-offline");

            backend.start();
            driver.waitForText("Kaikki lähetetty");
            assertThat(driver.text("entry-counts")).isEqualTo("Tänään kirjattu 1");
            assertThat(driver.complaints()).isEmpty();
            driver.picture("collector-sent");
        } finally {
            UiDriver.doOnScreen(desktop::close);
        }
    }
}
