package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Language;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.ui.StyleLog;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A summer worker's day on the wards: no network, one customer after the other, by the keys alone. */
class InterviewFlowTest {
    private static final int CUSTOMERS = 20;
    private static final int TO_THE_END = 1;
    private static final int PARKED = 7;
    private static final int TOOK_BACK = 11;

    /** What is asked in turn, and how far one key on and one answer lead. */
    private static final List<Round> ROUNDS = List.of(
            new Round("Lyhyt palaute", " 3 / "),
            new Round("Lapsen palaute", " 2 / "),
            new Round("Palaute hoidosta", " 3 / "),
            new Round("Läheiskysely", " 3 / "),
            new Round("Palaute selkokielellä", " 2 / "));

    private static final List<Language> LANGUAGES = List.of(Language.FI, Language.SV, Language.EN);

    private record Round(String form, String after) {}

    @TempDir
    private Path folder;

    @Test
    void twentyCustomersAreAskedInARowWithoutANetworkThroughARestartAndEachAnswersOnce() {
        try (CountyOffice office = new CountyOffice(folder);
                OfficeLaptop laptop = office.laptop("elias")) {
            laptop.fillSignIn("elias", office.account("elias").password());
            UiDriver driver = laptop.driver();
            driver.await("interview-units");
            driver.waitForText("Kaikki lähetetty");
            office.gate().set(Gate.Mood.CUT);
            Instant began = office.clock().instant();

            driver.type("osasto 2 leh").press(KeyCode.TAB);
            for (int customer = 1; customer <= CUSTOMERS - 2; customer++) {
                ask(driver, customer);
            }
            String parked = driver.words().stream()
                    .filter(word -> word.endsWith("1/4"))
                    .findFirst()
                    .orElseThrow();
            driver.activate("Jatka: " + parked).waitForText(" 3 / 4");
            stop(driver);

            begin(driver, "Palaute hoidosta", Language.FI);
            driver.press(KeyCode.DIGIT4).press(KeyCode.DIGIT0);
            driver = laptop.startAgain();
            driver.waitForText("Kysymys 3 / 9");
            turnTheLaptop(driver, "Kysymys 4 / 9");
            driver.waitForText("Tänään " + CUSTOMERS + " vastaajaa");
            driver.activate("interview-correct");
            driver.waitForText("Vastauksia 3, kysymyksiä 9.");
            driver.pictureOfWindow("flow-interview-corrected");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
            driver.waitForText("Tänään " + CUSTOMERS + " vastaajaa");

            wear(driver, "200 %");
            driver.pictureOfWindow("flow-interview-waiting");
            assertThat(driver.complaints()).isEmpty();
            begin(driver, "Lyhyt palaute", Language.SV);
            turnTheLaptop(driver, " 2 / 4");
            driver.waitForText("Tänään " + (CUSTOMERS + 1) + " vastaajaa");
            wear(driver, "100 %");

            office.gate().set(Gate.Mood.OPEN);
            driver.waitForText("Kaikki lähetetty");
            Session quality = office.colleague("marika");
            List<CaseRow> arrived = Waits.until(
                    "all that were asked",
                    () -> Optional.of(askedSince(began, quality)).filter(all -> all.size() > CUSTOMERS));
            assertThat(arrived)
                    .hasSize(CUSTOMERS + 1)
                    .allSatisfy(row -> assertThat(row.unit().value()).isEqualTo(CountyOffice.WARD));
        }
    }

    /** One of them answers everything, one is parked, one takes the consent back; all others have had enough after one answer. */
    private static void ask(UiDriver driver, int customer) {
        Round round = ROUNDS.get((customer - 1) % ROUNDS.size());
        Language language = LANGUAGES.get(customer % LANGUAGES.size());
        if (customer == TO_THE_END) {
            begin(driver, "Palaute hoidosta", Language.FI);
            askToTheEnd(driver);
            return;
        }
        if (customer == PARKED || customer == TOOK_BACK) {
            begin(driver, "Lyhyt palaute", Language.FI);
            driver.press(KeyCode.RIGHT).press(KeyCode.DIGIT3).waitForText(" 3 / 4");
            if (customer == PARKED) {
                driver.activate("interview-park");
            } else {
                driver.activate("interview-take-away").activate("interview-take-away-yes");
            }
            driver.await("interview-assent");
        }
        begin(driver, round.form(), language);
        driver.press(KeyCode.RIGHT).press(KeyCode.DIGIT3).waitForText(round.after());
        stop(driver);
    }

    private static void askToTheEnd(UiDriver driver) {
        for (int statement = 1; statement <= 7; statement++) {
            driver.press(statement % 3 == 0 ? KeyCode.RIGHT : KeyCode.DIGIT5);
        }
        driver.press(KeyCode.DIGIT9);
        driver.await("answer-words");
        driver.type("Hyvä ruoka.").press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.await("interview-next-customer");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
    }

    /** Three keys once helper, unit, form and language are known. */
    private static void begin(UiDriver driver, String form, Language language) {
        driver.activate(form).activate("choose-" + language.name().toLowerCase(Locale.ROOT));
        driver.press(KeyCode.DIGIT1).press(KeyCode.SPACE).press(KeyCode.ENTER);
        driver.await("interview-words");
    }

    private static void stop(UiDriver driver) {
        driver.activate("interview-stop-here").await("interview-next-customer");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
    }

    /** The customer answers one question herself and has had enough; the collector takes the laptop back. */
    private static void turnTheLaptop(UiDriver driver, String next) {
        StyleLog styles = new StyleLog();
        driver.press(KeyCode.F11).await("interview-customer");
        driver.press(KeyCode.DIGIT2).waitForText(next);
        driver.click("interview-stop-here").await("interview-give-back");
        driver.press(KeyCode.CONTROL, KeyCode.F11).await("interview-next-customer");
        styles.close();
        assertThat(styles.said()).as("colours that were not known").isEmpty();
        driver.press(KeyCode.CONTROL, KeyCode.ENTER).await("interview-assent");
    }

    private static void wear(UiDriver driver, String size) {
        driver.activate("rail-settings").activate(size).activate("rail-interview");
        driver.await("interview-assent");
    }

    private static List<CaseRow> askedSince(Instant began, Session quality) {
        return quality.book().rows().stream()
                .filter(row ->
                        row.channel() == Channel.SUPPORTED && !row.receivedAt().isBefore(began))
                .toList();
    }
}
