package fi.vastine.desktop.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.desktop.ui.UiDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What somebody is in the middle of writing when the screen locks or the window is closed. */
class HalfWrittenFlowTest {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(HalfWrittenFlowTest.class);
    private static final String FEEDBACK = "Kanaria palautteessa jonotti";
    private static final String NOTE = "Kanaria muistiinpanossa soittaa";
    private static final String REPLY = "Kanaria vastauksessa kiittää";
    private static final String ENTRY = "Kanaria lomakkeella kertoo";
    private static final String SEARCH = "kanaria haussa";
    private static final String MAIL = "kanaria@example.fi";
    private static final List<String> CANARIES = List.of(FEEDBACK, NOTE, REPLY, ENTRY, SEARCH, MAIL);

    @TempDir
    private Path folder;

    @TempDir
    private Path logs;

    private CountyOffice office;
    private OfficeLaptop laptop;
    private UiDriver driver;
    private FileHandler log;

    @BeforeEach
    void begin() throws IOException {
        log = new FileHandler(logs.resolve("log").toString());
        log.setFormatter(new SimpleFormatter());
        log.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log);
        Logger.getLogger("fi.vastine").setLevel(Level.ALL);
        office = new CountyOffice(folder);
        office.receive(CountyOffice.WARD, FEEDBACK, CountyOffice.mail(MAIL));
        laptop = office.laptop("aino");
        driver = laptop.signIn("aino");
        laptop.openCase(FEEDBACK);
    }

    @AfterEach
    void end() {
        laptop.close();
        office.close();
        Logger.getLogger("fi.vastine").setLevel(null);
        Logger.getLogger("").removeHandler(log);
        log.close();
    }

    @Test
    void aNoteIsThereAgainAfterTheScreenLockedAndNoFileHasAWordOfIt() throws IOException {
        driver.press(KeyCode.CONTROL, KeyCode.K).type(SEARCH).press(KeyCode.ESCAPE);
        laptop.openCase(FEEDBACK);
        driver.press(KeyCode.R).await("reply-text");
        laptop.fill("reply-text", REPLY);
        driver.press(KeyCode.ESCAPE);
        driver.click("rail-entry").await("entry-text");
        laptop.fill("entry-text", ENTRY);
        driver.click("rail-inbox");
        driver.press(KeyCode.N).await("case-note-text");
        laptop.fill("case-note-text", NOTE);

        driver.press(KeyCode.CONTROL, KeyCode.L);

        driver.waitUntil("it is locked", () -> driver.shows("lock-typed"));
        driver.waitUntil("the keys are closed", () -> !driver.words().contains("Lukitaan"));
        assertThat(driver.words())
                .noneMatch(word -> word.toLowerCase(java.util.Locale.ROOT).contains("kanaria"));
        assertThat(driver.stage().getTitle()).isEqualTo("Vastine");
        assertThat(UiDriver.onScreen(() -> Clipboard.getSystemClipboard().hasString()
                        && Clipboard.getSystemClipboard().getString().contains("Kanaria")))
                .as("the program has put something on the clipboard")
                .isFalse();
        assertThat(found(laptop.folder(), logs)).isEmpty();

        driver.click("lock-typed").type(office.account("aino").password()).press(KeyCode.ENTER);
        driver.await("inbox-list");
        laptop.openCase(FEEDBACK);
        driver.await("case-note-text");
        assertThat(laptop.written("case-note-text")).isEqualTo(NOTE);
        driver.pictureOfWindow("half-written-note");
        assertThat(driver.complaints()).isEmpty();
        driver.press(KeyCode.R).await("reply-text");
        assertThat(laptop.written("reply-text")).isEqualTo(REPLY);
        driver.press(KeyCode.ESCAPE);
        driver.click("rail-entry").await("entry-text");
        assertThat(laptop.written("entry-text")).isEqualTo(ENTRY);
    }

    @Test
    void whatWasTypedInTheLastSecondBeforeTheWindowWasClosedIsThereAgain() {
        driver.press(KeyCode.N).await("case-note-text");
        laptop.fill("case-note-text", NOTE);
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.R).await("reply-text");
        laptop.fill("reply-text", REPLY);

        driver = laptop.startAgain();

        driver.await("inbox-list");
        laptop.openCase(FEEDBACK);
        driver.await("case-note-text");
        assertThat(laptop.written("case-note-text")).isEqualTo(NOTE);
        driver.press(KeyCode.R).await("reply-text");
        assertThat(laptop.written("reply-text")).isEqualTo(REPLY);
    }

    private static List<String> found(Path... tops) throws IOException {
        List<String> found = new ArrayList<>();
        long bytes = 0;
        for (Path top : tops) {
            try (Stream<Path> files = Files.walk(top)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String all = new String(Files.readAllBytes(file), ISO_8859_1);
                    bytes += all.length();
                    CANARIES.stream()
                            .filter(each -> forms(each).anyMatch(all::contains))
                            .forEach(each -> found.add(each + " in " + top.relativize(file)));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        LOG.info("Of the window: {} texts looked for in {} bytes", CANARIES.size(), bytes);
        return found;
    }

    private static Stream<String> forms(String text) {
        return Stream.of(UTF_8, UTF_16BE, UTF_16LE, ISO_8859_1)
                .map(form -> new String(text.getBytes(form), ISO_8859_1));
    }
}
