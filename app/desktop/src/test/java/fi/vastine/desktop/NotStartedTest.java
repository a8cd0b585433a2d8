package fi.vastine.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.settings.Settings;
import fi.vastine.desktop.settings.SettingsFile;
import fi.vastine.desktop.shell.SingleLetters;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be made says why. */
class NotStartedTest {

    @TempDir
    private Path folder;

    private Stage stage;
    private UiDriver driver;

    @BeforeEach
    void openStage() {
        UiDriver.startToolkit();
        stage = UiDriver.onScreen(Stage::new);
        driver = UiDriver.of(stage);
    }

    @AfterEach
    void close() {
        driver.close();
        System.clearProperty("vastine.home");
    }

    @Test
    void aFirstCopyThatDoesNotAnswerIsToldOf() {
        try (Profile held = Profile.open(folder.resolve("profile"))) {
            start(held.folder());

            assertThat(driver.text("not-started"))
                    .contains("on jo auki")
                    .contains("tallessa")
                    .contains("V-301");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path inAFile = Files.createFile(folder.resolve("file")).resolve("profile");

        start(inAFile);

        assertThat(driver.text("not-started")).contains(inAFile.toString()).contains("V-302");
        assertThat(driver.complaints()).isEmpty();
        driver.pictureOfWindow("not-started");
    }

    @Test
    void itIsReadInTheDressAndLanguageThatWereChosenAtDoubleSizeToo() {
        Path profile = folder.resolve("profile");
        try (Profile held = Profile.open(profile)) {
            SettingsFile file = new SettingsFile(held.folder());
            for (Language language : Language.values()) {
                file.write(new Settings(
                        language, Look.DARK, new TextSize(200), SingleLetters.ON, Settings.FIRST.lockAfter()));

                start(held.folder());

                assertThat(driver.complaints()).as(language.name()).isEmpty();
                assertThat(driver.text("not-started")).contains("V-301");
                assertThat(UiDriver.onScreen(this::isScrolled)).isFalse();
                driver.pictureOfWindow("not-started-dark-200-" + language);
            }
            file.write(Settings.FIRST);
            start(held.folder());
        }
    }

    private boolean isScrolled() {
        return ((ScrollPane) stage.getScene().lookup(".scroll-pane")).getVvalue() > 0;
    }

    private void start(Path home) {
        System.setProperty("vastine.home", home.toString());
        UiDriver.doOnScreen(() -> new VastineApp().start(stage));
    }
}
