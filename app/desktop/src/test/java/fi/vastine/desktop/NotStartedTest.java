package fi.vastine.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private void start(Path home) {
        System.setProperty("vastine.home", home.toString());
        UiDriver.doOnScreen(() -> new VastineApp().start(stage));
    }
}
