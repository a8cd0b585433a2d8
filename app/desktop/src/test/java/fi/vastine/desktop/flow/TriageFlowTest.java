package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageFlowTest {
    @TempDir
    private Path folder;

    @Test
    void qualityTeamRoutesWhatFoundNoUnitAndItsUnitHasItThen() {
        try (CountyOffice office = new CountyOffice(folder);
                OfficeLaptop laptop = office.laptop("marika")) {
            office.receive("yksikko-jota-ei-ole", "Kenkäteline kaatui eteisessä.", CountyOffice.phone("040 555 0199"));
            UiDriver driver = laptop.signIn("marika");
            driver.click("inbox-tab-triage");
            laptop.openCase("Kenkäteline");
            driver.picture("flow-triage");
            assertThat(driver.complaints()).isEmpty();

            driver.press(KeyCode.S).type("osasto 2 leh").press(KeyCode.TAB).type("Koskee osaston eteisen kalusteita.");
            driver.picture("flow-triage-move");
            driver.press(KeyCode.ENTER);
            driver.waitForText("Palaute siirrettiin toiseen yksikköön");
            driver.waitUntil("the next one to be opened", () -> !laptop.isOpen("Kenkäteline"));
            driver.waitForText("Kaikki lähetetty");

            Session aino = office.colleague("aino");
            CaseRow arrived = Waits.until(
                    "the unit has it",
                    () -> aino.book().rows().stream()
                            .filter(row -> row.excerpt().contains("Kenkäteline"))
                            .findFirst());
            assertThat(arrived.unit().value()).isEqualTo(CountyOffice.WARD);
            assertThat(arrived.owesReply()).isTrue();
            assertThat(arrived.dueOn()).isNotNull();
        }
    }
}
