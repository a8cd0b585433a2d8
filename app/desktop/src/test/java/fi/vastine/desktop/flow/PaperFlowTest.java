package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pile of papers on real files and over a real network that is away at first, by the keys alone once it is begun. */
class PaperFlowTest {
    private static final int PAPERS = 4;

    @TempDir
    private Path folder;

    @Test
    void aPileIsTypedInWithoutANetworkThroughARestartAndEachPaperArrivesOnce() {
        try (CountyOffice office = new CountyOffice(folder);
                OfficeLaptop laptop = office.laptop("elias")) {
            laptop.fillSignIn("elias", office.account("elias").password());
            UiDriver driver = laptop.driver();
            driver.await("interview-units");
            driver.waitForText("Kaikki lähetetty");
            office.gate().set(Gate.Mood.CUT);
            Instant began = office.clock().instant();

            driver.click("rail-paper");
            driver.await("paper-units");
            driver.type("osasto 2 leh").press(KeyCode.ENTER);
            driver.click("Palaute hoidosta").press(KeyCode.ENTER);
            driver.waitForText("Paperi 1");
            for (int paper = 1; paper < PAPERS; paper++) {
                type(driver);
            }
            driver.waitForText("Paperi " + PAPERS);
            driver.press(KeyCode.DIGIT4).press(KeyCode.DIGIT0);
            driver = laptop.startAgain();
            driver.click("rail-paper");
            driver.waitForText("Paperi " + PAPERS);
            assertThat(driver.words()).contains("4", "–");
            driver.press(KeyCode.DIGIT2).press(KeyCode.CONTROL, KeyCode.ENTER);
            driver.waitForText("Tänään " + PAPERS + " paperia");

            office.gate().set(Gate.Mood.OPEN);
            driver.waitForText("Kaikki lähetetty");
            Session quality = office.colleague("marika");
            List<CaseRow> arrived = Waits.until(
                    "all that were typed",
                    () -> Optional.of(papersSince(began, quality)).filter(all -> all.size() >= PAPERS));
            assertThat(arrived)
                    .hasSize(PAPERS)
                    .allSatisfy(row -> assertThat(row.unit().value()).isEqualTo(CountyOffice.WARD));
        }
    }

    /** Without looking up: the next paper's first key may come before the one before is on the disk. */
    private static void type(UiDriver driver) {
        for (int statement = 1; statement <= 7; statement++) {
            driver.press(statement % 3 == 0 ? KeyCode.DOWN : KeyCode.DIGIT5);
        }
        driver.press(KeyCode.DIGIT9).press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private static List<CaseRow> papersSince(Instant began, Session quality) {
        return quality.book().rows().stream()
                .filter(row ->
                        row.channel() == Channel.PAPER && !row.receivedAt().isBefore(began))
                .toList();
    }
}
