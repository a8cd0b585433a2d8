package fi.vastine.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.PolicySources;
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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What IT has set is there when nobody has signed in yet, and a file that is handed out is asked about first. */
class ManagedStartTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:42:00Z"), ZoneId.of("Europe/Helsinki"));

    @TempDir
    private Path folder;

    private @Nullable Desktop desktop;
    private Stage stage;
    private UiDriver driver;

    @BeforeEach
    void openStage() {
        UiDriver.startToolkit();
        stage = UiDriver.onScreen(Stage::new);
        driver = UiDriver.of(stage);
    }

    private void start(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), settings);
        var policy = new Policy(
                new FolderKeyStore(folder.resolve("key-store")),
                ManagedSettings.read(new PolicySources(List.of(file), Map.of(), new Properties())));
        Desktop made = UiDriver.onScreen(() -> new Desktop(
                stage,
                new HeadStart(Profile.open(folder.resolve("home")), policy, CLOCK),
                "Läppäri",
                new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        desktop = made;
        UiDriver.doOnScreen(made::open);
    }

    @AfterEach
    void close() {
        driver.close();
        if (desktop != null) {
            UiDriver.doOnScreen(desktop::close);
        }
    }

    private TextInputControl field(String id) {
        return (TextInputControl) driver.await(id);
    }

    @Test
    void theDecidedServerIsFilledInAndCannotBeChangedAndSaysWhy() throws IOException {
        start(
                "{\"server\": \"https://vastine.esimerkki.example\", \"user\": \"etunimi.sukunimi\", \"lock-after\": \"x\"}");
        driver.await("sign-in-button");

        assertThat(field("server").getText()).isEqualTo("https://vastine.esimerkki.example");
        assertThat(field("server").isEditable()).isFalse();
        assertThat(field("user").getText()).isEqualTo("etunimi.sukunimi");
        assertThat(driver.text("server-managed")).contains("Organisaatiosi on määrännyt");
        assertThat(driver.text("faulty")).contains("V-311").contains("rivi 1").contains("lock-after");
        assertThat(driver.complaints()).isEmpty();
        driver.picture("managed-sign-in");

        driver.click("sign-in-network");
        assertThat(driver.words()).contains("Hallinnan määräämät");
        driver.picture("managed-reaching");
        driver.click("reaching-back");
        driver.await("sign-in-button");
    }

    @Test
    void aFileOpenedByASecondStartIsAskedAboutInTheWindowThatIsThere() throws IOException {
        start("{}");
        driver.await("sign-in-button");
        driver.waitUntil("the first start to be ready", () -> Files.exists(folder.resolve("home/greeting")));
        Path file = Files.writeString(
                folder.resolve("kunta.vastine-settings"), "{\"server\": \"https://vastine.esimerkki.example\"}");

        new Offers(folder.resolve("home")).leave(List.of(file.toString()));
        try (Profile second = Profile.open(folder.resolve("home"))) {
            throw new AssertionError("opened twice: " + second.folder());
        } catch (AlreadyOpen first) {
            assertThat(first.greeting().map(FrontDoor::knock)).contains(true);
        }

        driver.await("offer-accept");
        assertThat(driver.shows("sign-in-button")).isFalse();
        driver.click("offer-accept");
        driver.await("sign-in-button");
        driver.waitUntil(
                "the server to be filled in",
                () -> field("server").getText().equals("https://vastine.esimerkki.example"));
        assertThat(field("server").isEditable()).isTrue();
        assertThat(folder.resolve("home/offered")).doesNotExist();
    }

    @Test
    void whoDeclinesHasNothingChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("kunta.vastine-settings"), "{\"proxy\": \"proxy.example:8080\"}");
        new Offers(folder.resolve("home")).leave(List.of(file.toString()));

        start("{}");
        driver.await("offer-decline");
        driver.click("offer-decline");

        driver.await("sign-in-button");
        assertThat(folder.resolve("home/own.json")).doesNotExist();
    }
}
