package fi.vastine.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.contract.due.DueDates;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.HeadStart;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Clock;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, locked in the middle of a reply without a network. */
class LockingTest {
    private static final int CASES = 400;
    private static final String WRITTEN = "Soitan teille tällä viikolla.";

    @TempDir
    private Path folder;

    @Test
    void theScreenLocksAtOnceKeepsTheDraftAndOpensWithThePasswordWithoutANetwork() {
        UiDriver.startToolkit();
        DemoSettings settings = new DemoSettings(folder, CASES, false, Clock.system(DueDates.ZONE));
        Stage stage = UiDriver.onScreen(Stage::new);
        Desktop desktop = UiDriver.onScreen(() -> new Desktop(
                stage,
                new HeadStart(settings.profile(), settings.policy(), settings.clock()),
                "Lukko",
                new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        try (DemoBackend backend = settings.backend();
                UiDriver driver = UiDriver.of(stage)) {
            DemoAccount aino = backend.accounts().getFirst();
            UiDriver.doOnScreen(desktop::open);
            driver.await("sign-in-button");
            UiDriver.doOnScreen(() -> desktop.signIn(backend.address(), aino.user(), aino.password(), ignored -> {}));
            driver.await("inbox-list");
            driver.waitForText("Kaikki lähetetty");
            openFirst(driver);
            TextInputControl text = write(driver);
            backend.stop();
            driver.waitForText("Ei verkkoa");

            UiDriver.doOnScreen(() -> text.setText(WRITTEN));
            driver.press(KeyCode.CONTROL, KeyCode.L);

            driver.await("lock-typed");
            assertThat(driver.shows("inbox-list")).isFalse();
            assertThat(driver.words()).noneMatch(word -> word.contains(WRITTEN));
            driver.waitUntil("it is locked", () -> driver.shows("lock-waiting"));
            assertThat(driver.complaints()).isEmpty();
            driver.picture("locked-program");

            driver.click("lock-typed").type("ihan väärä").press(KeyCode.ENTER);
            driver.waitForText("V-121");
            driver.click("lock-typed").type(aino.password()).press(KeyCode.ENTER);
            driver.await("inbox-list");
            openFirst(driver);
            TextInputControl kept = write(driver);
            String found = UiDriver.onScreen(kept::getText);
            assertThat(found).isEqualTo(WRITTEN);
        } finally {
            UiDriver.doOnScreen(desktop::close);
        }
    }

    private static void openFirst(UiDriver driver) {
        driver.click("inbox-list").press(KeyCode.HOME).press(KeyCode.DOWN).press(KeyCode.ENTER);
        driver.waitUntil("a case that can be answered", () -> driver.shows("case-reply"));
    }

    private static TextInputControl write(UiDriver driver) {
        driver.press(KeyCode.R);
        TextInputControl text = (TextInputControl) driver.await("reply-text");
        driver.waitUntil("a reply to write", () -> !text.getText().isBlank());
        return text;
    }
}
