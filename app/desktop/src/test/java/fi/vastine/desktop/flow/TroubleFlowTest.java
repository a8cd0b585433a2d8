package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.desktop.flow.Gate.Mood;
import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is told in the window: what happened, what is safe, what to do. */
class TroubleFlowTest {
    @TempDir
    private Path folder;

    private CountyOffice office;

    @BeforeEach
    void openOffice() {
        office = new CountyOffice(folder);
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void damagedReplicaIsFetchedAnewAndWhatWaitedIsKeptAndSent() {
        try (OfficeLaptop laptop = office.laptop("aino")) {
            UiDriver driver = laptop.signIn("aino");
            office.gate().set(Mood.CUT);
            driver.waitForText("Ei verkkoa");
            writeNote(driver, "Soitan huomenna omaiselle.");
            driver.waitForText("1 odottaa lähetystä");
            laptop.shut();
            damage(laptop.folder(), "replica");

            UiDriver again = laptop.start();
            again.waitForText("V-201");
            again.waitForText("1 odottaa lähetystä");
            assertThat(says(again, "Hienoa")).as("nobody knows yet what waits").isFalse();
            assertThat(again.complaints()).isEmpty();
            again.picture("trouble-replica");

            office.gate().set(Mood.OPEN);
            again.waitForText("Kaikki lähetetty");
        }
    }

    @Test
    void damagedOutboxIsLeftAsItIsAndToldAbout() {
        try (OfficeLaptop laptop = office.laptop("aino")) {
            laptop.signIn("aino");
            laptop.shut();
            damage(laptop.folder(), "outbox");

            UiDriver again = laptop.start();
            again.waitForText("V-212");
            assertThat(again.text("problem"))
                    .contains("Mitään ei ole poistettu")
                    .contains("tietohallintoon");
            assertThat(again.complaints()).isEmpty();
            again.picture("trouble-outbox");
        }
    }

    @Test
    void pageOfAnotherNetworkIsToldFromTheBackendAndGoesAwayWithIt() {
        try (OfficeLaptop laptop = office.laptop("aino")) {
            UiDriver driver = laptop.signIn("aino");

            office.gate().set(Mood.HOTEL);
            driver.waitForText("V-102");
            assertThat(driver.complaints()).isEmpty();
            driver.picture("trouble-proxy");

            office.gate().set(Mood.OPEN);
            driver.waitUntil("the trouble to be over", () -> !says(driver, "V-102"));
            driver.waitForText("Kaikki lähetetty");
        }
    }

    @Test
    void expiredSignInKeepsTheWorkAndSendsItAfterSigningInAgain() {
        try (OfficeLaptop laptop = office.laptop("aino")) {
            UiDriver driver = laptop.signIn("aino");

            office.gate().set(Mood.STRANGER);
            driver.waitForText("V-101");
            writeNote(driver, "Asia on kesken.");
            driver.waitForText("1 odottaa lähetystä");
            driver.picture("trouble-sign-in");

            office.gate().set(Mood.OPEN);
            driver.click("remedy");
            driver.await("sign-in-button");
            driver.picture("trouble-sign-in-again");
            laptop.fill("password", office.account("aino").password());
            driver.click("sign-in-button");
            driver.waitForText("Kaikki lähetetty");
            assertThat(says(driver, "V-101")).isFalse();
        }
    }

    @Test
    void clockSetWrongIsToldBeforeAnyDueDateIsCountedByIt() {
        Clock lastYear = Clock.offset(office.clock(), Duration.ofDays(-365));
        try (OfficeLaptop laptop = office.laptop("aino", lastYear)) {
            laptop.fillSignIn("aino", office.account("aino").password());

            UiDriver driver = laptop.driver();
            driver.waitForText("V-115");
            assertThat(driver.complaints()).isEmpty();
            driver.picture("trouble-clock");
        }
    }

    private static void writeNote(UiDriver driver, String text) {
        driver.click("inbox-list").press(KeyCode.J);
        driver.waitUntil("a case to be open", () -> driver.shows("case-note"));
        driver.activate("case-note");
        driver.type(text);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private static boolean says(UiDriver driver, String words) {
        return driver.words().stream().anyMatch(word -> word.contains(words));
    }

    /** Overwrites the middle of every file of a store, as a failing disk may. */
    private static void damage(Path profile, String store) {
        List<Path> files = filesOf(profile, store);
        assertThat(files).isNotEmpty();
        files.forEach(TroubleFlowTest::damage);
    }

    private static List<Path> filesOf(Path profile, String store) {
        try (Stream<Path> all = Files.walk(profile)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isIn(file, store))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(Path file, String store) {
        Path folder = file.getParent();
        return folder != null && folder.endsWith(store);
    }

    private static void damage(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = bytes.length / 4; i < bytes.length * 3 / 4; i++) {
                bytes[i] ^= 0x5a;
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
