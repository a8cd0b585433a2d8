package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.ui.StyleLog;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A summer worker's morning on the wards: no network, one customer after the other, by the keys alone. */
class InterviewFlowTest {
    private static final int CUSTOMERS = 5;

    @TempDir
    private Path folder;

    @Test
    void customersAreAskedInARowWithoutANetworkThroughARestartAndEachAnswersOnce() {
        try (CountyOffice office = new CountyOffice(folder);
                OfficeLaptop laptop = office.laptop("elias")) {
            laptop.fillSignIn("elias", office.account("elias").password());
            UiDriver driver = laptop.driver();
            driver.await("interview-units");
            driver.waitForText("Kaikki lähetetty");
            office.gate().set(Gate.Mood.CUT);
            Instant began = office.clock().instant();

            driver.type("osasto 2 leh").press(KeyCode.TAB);
            driver.click("Palaute hoidosta");
            for (int customer = 1; customer < CUSTOMERS; customer++) {
                ask(driver);
                driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
            }
            begin(driver);
            driver.press(KeyCode.DIGIT4).press(KeyCode.DIGIT0);
            driver = laptop.startAgain();
            driver.waitForText("Kysymys 3 / 9");
            StyleLog styles = new StyleLog();
            driver.press(KeyCode.F11).press(KeyCode.DIGIT2).click("interview-stop-here");
            driver.press(KeyCode.CONTROL, KeyCode.F11);
            styles.close();
            assertThat(styles.said()).as("colours that were not known").isEmpty();
            driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
            driver.waitForText("Tänään " + CUSTOMERS + " vastaajaa");
            driver.pictureOfWindow("flow-interview-waiting");
            assertThat(driver.complaints()).isEmpty();
            driver.activate("interview-correct");
            driver.waitForText("Vastauksia 3, kysymyksiä 9.");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
            driver.waitForText("Tänään " + CUSTOMERS + " vastaajaa");

            office.gate().set(Gate.Mood.OPEN);
            driver.waitForText("Kaikki lähetetty");
            Session quality = office.colleague("marika");
            List<CaseRow> arrived = Waits.until(
                    "all that were asked",
                    () -> Optional.of(askedSince(began, quality)).filter(all -> all.size() >= CUSTOMERS));
            assertThat(arrived)
                    .hasSize(CUSTOMERS)
                    .allSatisfy(row -> assertThat(row.unit().value()).isEqualTo(CountyOffice.WARD));
        }
    }

    private static void ask(UiDriver driver) {
        begin(driver);
        for (int statement = 1; statement <= 7; statement++) {
            driver.press(statement % 3 == 0 ? KeyCode.RIGHT : KeyCode.DIGIT5);
        }
        driver.press(KeyCode.DIGIT9);
        driver.await("answer-words");
        driver.type("Hyvä ruoka.").press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.await("interview-next-customer");
    }

    /** Three keys once helper, unit and form are known. */
    private static void begin(UiDriver driver) {
        driver.press(KeyCode.DIGIT1).press(KeyCode.SPACE).press(KeyCode.ENTER);
        driver.waitForText("Kysymys 1 / 9");
    }

    private static List<CaseRow> askedSince(Instant began, Session quality) {
        return quality.book().rows().stream()
                .filter(row ->
                        row.channel() == Channel.SUPPORTED && !row.receivedAt().isBefore(began))
                .toList();
    }
}
