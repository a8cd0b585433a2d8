package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day by single letters, beside the list and in its place. */
class KeysFlowTest {
    private static final String THANKS = "Kiitos iltavuorolle, saimme istua rauhassa.";

    @TempDir
    private Path folder;

    private CountyOffice office;
    private OfficeLaptop laptop;
    private UiDriver driver;

    @BeforeEach
    void begin() {
        office = new CountyOffice(folder);
        laptop = office.laptop("aino");
        driver = laptop.signIn("aino");
    }

    @AfterEach
    void end() {
        driver.click("rail-settings").activate("100 %");
        laptop.close();
        office.close();
    }

    @Test
    void aLetterDoesWhatItsButtonDoesAndNothingWhileOneWrites() {
        office.thank(CountyOffice.WARD, THANKS);
        driver.click("inbox-tab-reading");
        laptop.openCase(THANKS);

        driver.press(KeyCode.T).press(KeyCode.ESCAPE);
        driver.press(KeyCode.N).await("case-note-text");
        driver.type("soitan nelj");
        assertThat(laptop.written("case-note-text")).isEqualTo("soitan nelj");
        assertThat(laptop.isOpen(THANKS)).isTrue();
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.waitUntil("the note to be kept", () -> !driver.shows("case-note-text"));

        driver.press(KeyCode.E);
        driver.await("undo");
        driver.waitUntil("the next case to be opened", () -> !laptop.isOpen(THANKS));
        driver.press(KeyCode.Z);
        laptop.waitForCase(THANKS);

        driver.press(KeyCode.S).type("suun terv").press(KeyCode.ESCAPE);
        assertThat(laptop.isOpen(THANKS)).isTrue();
        driver.press(KeyCode.R);
        driver.waitForText("ei toivonut vastausta");

        driver.press(KeyCode.P);
        driver.waitUntil("the next case to be opened", () -> !laptop.isOpen(THANKS));
    }

    @Test
    void whereThereIsNoRoomForBothTheCaseStandsInThePlaceOfTheList() {
        driver.click("rail-settings").activate("200 %");
        driver.click("rail-inbox");
        driver.pictureOfWindow("narrow-list");
        assertThat(driver.complaints()).isEmpty();
        assertThat(driver.shows("casefile")).isFalse();

        driver.click("inbox-list").press(KeyCode.ESCAPE).press(KeyCode.J).press(KeyCode.ENTER);
        driver.await("case-note");
        assertThat(driver.shows("inbox-list")).isFalse();
        assertThat(laptop.focused()).isEqualTo("casefile");
        driver.pictureOfWindow("narrow-case");
        assertThat(driver.complaints()).isEmpty();

        driver.press(KeyCode.ESCAPE);
        assertThat(driver.shows("casefile")).isFalse();
        assertThat(laptop.focused()).isEqualTo("inbox-list");

        driver.press(KeyCode.R).await("reply-text");
        driver.pictureOfWindow("narrow-reply");
        assertThat(driver.complaints()).isEmpty();
        driver.press(KeyCode.ESCAPE);
        driver.activate("back-to-list");
        assertThat(laptop.focused()).isEqualTo("inbox-list");

        driver.press(KeyCode.ENTER).press(KeyCode.CONTROL, KeyCode.K).type("jonotin");
        assertThat(driver.shows("inbox-list")).isTrue();
        assertThat(laptop.written("search")).isEqualTo("jonotin");
    }
}
