package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.id.PersonId;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two summer workers hand one laptop to each other without a network, each by a few digits. */
class QuickSwitchFlowTest {
    private static final DemoAccount WILMA = new DemoAccount(new PersonId("wilma.astrand"), "wilma", "kesa-kahdella-8");
    private static final String PIN_OF_ELIAS = "4096";
    private static final String PIN_OF_WILMA = "90210";

    @TempDir
    private Path folder;

    @Test
    void eachSeesAndCountsOnlyHerOwnAndTheLaptopSendsForBoth() {
        try (CountyOffice office = new CountyOffice(folder);
                OfficeLaptop laptop = office.laptop("shared")) {
            office.open(WILMA);
            laptop.fillSignIn("elias", office.account("elias").password());
            UiDriver driver = laptop.driver();
            driver.await("interview-units");
            driver.waitForText("Kaikki lähetetty");
            driver.click("rail-settings").await("settings-pin");
            laptop.fill("settings-pin", PIN_OF_ELIAS);
            laptop.fill("settings-pin-again", PIN_OF_ELIAS);
            driver.activate("settings-pin-choose").waitForText("PIN on käytössä");
            wilmaComes(laptop);
            office.gate().set(Gate.Mood.CUT);
            driver.waitForText("Ei verkkoa");
            Instant began = office.clock().instant();

            handOver(driver);
            driver.pictureOfWindow("flow-switch");
            byPin(driver, "Elias Kotavuori", KeyCode.DIGIT1, PIN_OF_ELIAS);
            takeDown(driver, "osasto 2 leh", "Kiitos hoidosta");
            driver.waitForText("Tänään kirjattu 1 · 1 odottaa lähetystä");
            halfAnInterview(driver);

            handOver(driver);
            driver.press(KeyCode.DIGIT2).await("lock-with-password");
            driver.type("7351").press(KeyCode.ENTER).waitForText("jäljellä 4");
            driver.type(PIN_OF_WILMA).press(KeyCode.ENTER).await("interview-units");
            assertThat(driver.words()).noneMatch(word -> word.contains("Kysymys"));
            takeDown(driver, "vanamo", "Kivat retket");
            driver.click("entry-text").type("Lisää retkiä");
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.ENTER);
            driver.waitForText("Tänään kirjattu 2 · 2 odottaa lähetystä");
            assertThat(driver.words()).noneMatch(word -> word.contains("Kiitos hoidosta"));

            office.gate().set(Gate.Mood.OPEN);
            driver.waitForText("Kaikki lähetetty");
            assertThat(driver.text("entry-counts")).isEqualTo("Tänään kirjattu 2");
            Session quality = office.colleague("marika");
            Waits.until(
                    "what both of them entered, while she is at work",
                    () -> Optional.of(toldSince(began, quality)).filter(told -> told == 3));

            office.gate().set(Gate.Mood.CUT);
            handOver(driver);
            byPin(driver, "Elias Kotavuori", KeyCode.DIGIT1, PIN_OF_ELIAS);
            driver.waitForText("Kysymys 2 / 9");
            driver.click("rail-entry").waitForText("Tänään kirjattu 1");
            assertThat(driver.words()).noneMatch(word -> word.contains("1 odottaa lähetystä"));
            assertThat(driver.complaints()).isEmpty();

            driver = laptop.startAgain();
            driver.await("switch");
            driver.activate("switch-wilma").await("lock-with-password");
            driver.type(PIN_OF_WILMA).press(KeyCode.ENTER).await("interview-units");
        }
    }

    /** The first time she signs in, and takes the PIN that she is offered. */
    private static void wilmaComes(OfficeLaptop laptop) {
        UiDriver driver = laptop.driver();
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L).await("sign-in-back");
        driver.waitUntil("the server", () -> !laptop.written("server").isEmpty());
        assertThat(laptop.written("user")).isEmpty();
        laptop.fill("user", WILMA.user());
        laptop.fill("password", WILMA.password());
        driver.click("sign-in-button").await("interview-units");
        driver.waitForText("Tällä koneella työskentelee muitakin");
        driver.pictureOfWindow("flow-switch-offer");
        assertThat(driver.complaints()).isEmpty();
        driver.click("remedy").await("settings-pin");
        driver.waitUntil("the PIN to be typed", () -> laptop.focused().equals("settings-pin"));
        driver.pictureOfWindow("flow-switch-settings");
        driver.type(PIN_OF_WILMA).press(KeyCode.TAB).type(PIN_OF_WILMA).press(KeyCode.ENTER);
        driver.waitForText("PIN on käytössä");
        assertThat(driver.words()).noneMatch(word -> word.contains("Tällä koneella työskentelee muitakin"));
    }

    private static void handOver(UiDriver driver) {
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L).await("switch");
    }

    private static void byPin(UiDriver driver, String name, KeyCode key, String pin) {
        driver.press(key).await("lock-with-password");
        driver.waitUntil("her name", () -> driver.text("lock-name").equals(name));
        driver.type(pin).press(KeyCode.ENTER).await("rail-interview");
    }

    private static void takeDown(UiDriver driver, String unit, String words) {
        driver.click("rail-entry").await("entry-units");
        driver.type(unit).press(KeyCode.DOWN).press(KeyCode.ENTER);
        driver.press(KeyCode.SPACE).press(KeyCode.TAB).type(words);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private static void halfAnInterview(UiDriver driver) {
        driver.click("rail-interview").await("interview-units");
        driver.type("osasto 2 leh").press(KeyCode.TAB);
        driver.click("Palaute hoidosta");
        driver.press(KeyCode.DIGIT1).press(KeyCode.SPACE).press(KeyCode.ENTER);
        driver.waitForText("Kysymys 1 / 9");
        driver.press(KeyCode.DIGIT4).waitForText("Kysymys 2 / 9");
    }

    private static int toldSince(Instant began, Session quality) {
        return (int) quality.book().rows().stream()
                .filter(row ->
                        row.channel() == Channel.ORAL && !row.receivedAt().isBefore(began))
                .count();
    }
}
