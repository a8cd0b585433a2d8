package fi.vastine.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.profile.AlreadyOpen;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.fx.FrontDoor;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:42:00Z"), ZoneId.of("Europe/Helsinki"));

    @TempDir
    private Path folder;

    private Desktop desktop;
    private UiDriver driver;

    @BeforeEach
    void start() {
        UiDriver.startToolkit();
        Stage stage = UiDriver.onScreen(Stage::new);
        driver = UiDriver.of(stage);
        desktop = UiDriver.onScreen(() -> new Desktop(
                stage,
                new HeadStart(
                        Profile.open(folder), Policy.with(new FolderKeyStore(folder.resolve("key-store"))), CLOCK),
                "Läppäri",
                new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        UiDriver.doOnScreen(desktop::open);
    }

    @AfterEach
    void close() {
        driver.close();
        UiDriver.doOnScreen(desktop::close);
    }

    @Test
    void firstStartAsksWhoItIsAndNothingElse() {
        driver.await("sign-in-button");

        assertThat(driver.shows("problem")).isFalse();
        assertThat(driver.complaints()).isEmpty();
    }

    @Test
    void serverThatIsNotThereIsToldInWordsAndTheWindowGoesOn() {
        driver.await("sign-in-button");
        driver.click("server")
                .type("localhost:9")
                .click("user")
                .type("aino")
                .click("password")
                .type("x");

        driver.click("sign-in-button");

        driver.waitUntil("the words of it", () -> driver.words().stream().anyMatch(word -> word.contains("V-113")));
        driver.click("choose-en");
        assertThat(driver.text("problem")).startsWith("The server cannot be reached");
    }

    @Test
    void secondStartOnTheSameProfileBringsTheFirstToTheFront() {
        awaitGreeting();
        UiDriver.doOnScreen(() -> driver.stage().setIconified(true));

        assertThatThrownBy(() -> Profile.open(folder))
                .isInstanceOfSatisfying(
                        AlreadyOpen.class,
                        first -> assertThat(first.greeting().map(FrontDoor::knock))
                                .hasValue(true));

        driver.waitUntil("the window to come up", () -> !driver.stage().isIconified());
        driver.picture("second-start");
    }

    @Test
    void whoDoesNotKnowTheWordIsNotHeard() {
        awaitGreeting();
        assertThatThrownBy(() -> Profile.open(folder)).isInstanceOfSatisfying(AlreadyOpen.class, first -> {
            String port = first.greeting().orElseThrow().split(" ", -1)[0];
            assertThat(FrontDoor.knock(port + " " + "0".repeat(32))).isFalse();
            assertThat(FrontDoor.knock("nothing of the kind")).isFalse();
        });
    }

    @Test
    void windowOpensWhateverTheDiskDoesWithTheLineForASecondStart() throws IOException {
        close();
        // Nothing can be put down under a name that a folder with something in it has.
        Files.createDirectories(folder.resolve("greeting.new").resolve("in-the-way"));

        start();

        driver.await("sign-in-button");
    }

    private void awaitGreeting() {
        driver.waitUntil("the line for a second start", () -> Files.exists(folder.resolve("greeting")));
    }

    @Test
    void programKeepsItsFilesWhereTheOperatingSystemWantsThem() {
        Path home = Path.of("home");
        Map<String, String> windows = Map.of("LOCALAPPDATA", "local");
        Map<String, String> linux = Map.of("XDG_DATA_HOME", "data");

        assertThat(new UserFolder(windows, home).of("Windows 11")).isEqualTo(Path.of("local", "Vastine"));
        assertThat(new UserFolder(linux, home).of("Linux")).isEqualTo(Path.of("data", "vastine"));
        assertThat(new UserFolder(Map.of(), home).of("Linux")).isEqualTo(Path.of("home", ".local", "share", "vastine"));
        assertThat(new UserFolder(Map.of(), home).of("Mac OS X"))
                .isEqualTo(Path.of("home", "Library", "Application Support", "Vastine"));
    }
}
