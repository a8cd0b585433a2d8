package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.flow.Gate.Mood;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ReplyFlowTest {
    private static final Pattern BLANK = Pattern.compile("\\[[^\\]]*\\]");

    @TempDir
    private static Path folder;

    private static CountyOffice office;
    private OfficeLaptop laptop;

    @BeforeAll
    static void openOffice() {
        office = new CountyOffice(folder);
    }

    @AfterAll
    static void closeOffice() {
        office.close();
    }

    @BeforeEach
    void openLaptop(TestInfo test) {
        office.gate().set(Mood.OPEN);
        laptop = office.laptop(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void closeLaptop() {
        laptop.close();
    }

    @Test
    void replyWithBlanksIsStoppedThenSentTakenBackAndSentOnce() {
        String address = "tuoli@posti.example";
        office.receive(CountyOffice.WARD, "Aurinkotuoli puuttuu parvekkeelta.", CountyOffice.mail(address));
        UiDriver driver = laptop.signIn("aino");
        laptop.openCase("Aurinkotuoli");

        driver.press(KeyCode.R);
        String prefilled = laptop.written("reply-text");
        assertThat(prefilled).containsPattern(BLANK);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.waitForText("täyttämättä");
        assertThat(driver.shows("undo")).isFalse();

        laptop.fill("reply-text", BLANK.matcher(prefilled).replaceAll("ensi viikolla"));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.await("undo");
        driver.waitUntil("the next case to be opened", () -> !laptop.isOpen("Aurinkotuoli"));
        assertThat(laptop.focused()).isEqualTo("inbox-list");
        driver.picture("flow-sending-next-case");

        driver.press(KeyCode.Z);
        driver.waitForText("Lähetys peruttiin, luonnos on tallessa");
        laptop.waitForCase("Aurinkotuoli");
        driver.waitUntil("the text to be back", () -> driver.shows("reply-text"));
        assertThat(laptop.written("reply-text")).contains("ensi viikolla");
        assertThat(office.mailsTo(address)).isEmpty();

        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.await("undo");
        driver.waitUntil("the mail to leave", () -> !office.mailsTo(address).isEmpty());
        driver.waitForText("Kaikki lähetetty");
        assertThat(office.mailsTo(address)).hasSize(1);
    }

    @Test
    void whoLeftOnlyANumberIsAnsweredByPhoneAndTheAnswerIsWrittenDown() {
        office.receive(CountyOffice.WARD, "Silmälasit jäivät vuodeosastolle.", CountyOffice.phone("040 555 0123"));
        UiDriver driver = laptop.signIn("aino");
        laptop.openCase("Silmälasit");

        driver.press(KeyCode.R);
        driver.await("reply-text");
        assertThat(driver.shows("reply-send")).isFalse();
        assertThat(driver.complaints()).isEmpty();
        driver.press(KeyCode.DIGIT1);
        laptop.fill("reply-text", "Soitin: lasit löytyivät ja odottavat neuvonnassa.");
        driver.activate("reply-record");

        driver.waitForText("Kirjattu: asiakkaalle on vastattu");
        driver.waitUntil("the next case to be opened", () -> !laptop.isOpen("Silmälasit"));
        driver.click("inbox-tab-handled");
        laptop.openCase("Silmälasit");
        driver.waitForText("Vastattu puhelimitse");
        driver.picture("flow-answered-by-phone");
    }

    @Test
    void replyOfWhoWasSecondIsKeptShownAndSentAsASupplement() {
        String address = "vierailu@posti.example";
        office.receive(CountyOffice.WARD, "Vierailuajat lomapäivinä eivät löydy mistään.", CountyOffice.mail(address));
        UiDriver driver = laptop.signIn("aino");
        laptop.openCase("Vierailuajat");
        driver.press(KeyCode.R);
        driver.await("reply-text");
        laptop.fill("reply-text", "Hei! Lomapäivinä voi vierailla klo 12–19. Aulan kahvio on auki.");

        office.gate().set(Mood.CUT);
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.await("undo");
        driver.waitUntil("the time to undo to pass", () -> !driver.shows("undo"));
        driver.waitForText("odottaa lähetystä");
        answerFirst(office.colleague("marika"), "Vierailuajat", "Hei, vierailuaika on klo 12–19.");
        office.gate().set(Mood.OPEN);

        driver.waitUntil(
                "the trouble to be counted",
                () -> driver.words().contains("Huomiota vaativat 1")
                        || !driver.text("rail-attention").isEmpty()
                        || driver.shows("Huomiota vaativat, 1"));
        driver.click("rail-attention");
        driver.waitForText("Kollega ehti vastata ensin");
        driver.waitForText("Aulan kahvio on auki");
        assertThat(driver.complaints()).isEmpty();
        driver.picture("flow-second-reply");
        assertThat(office.mailsTo(address)).hasSize(1);

        driver.click("attention-supplement");
        driver.waitForText("Mikään ei vaadi huomiotasi");
        driver.waitUntil(
                "the supplement to leave", () -> office.mailsTo(address).size() == 2);
        driver.waitForText("Kaikki lähetetty");
    }

    private static void answerFirst(Session colleague, String words, String text) {
        CaseRow row = Waits.until(
                "the colleague sees the case",
                () -> colleague.book().rows().stream()
                        .filter(each -> each.excerpt().contains(words))
                        .findFirst());
        FeedbackCase whole = colleague.open(row.id()).orElseThrow();
        colleague
                .commands()
                .submit(
                        row.id(),
                        new Command.SendReply(
                                colleague.commands().ids().newReply(),
                                whole.latestMessage().id(),
                                text,
                                null,
                                null));
        Waits.until(
                "the colleague's reply is at the backend",
                () -> colleague.book().row(row.id()).filter(each -> !each.pending() && !each.owesReply()));
    }
}
