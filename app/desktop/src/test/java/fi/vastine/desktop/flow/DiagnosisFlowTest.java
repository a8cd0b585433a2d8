package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.PolicySources;
import fi.vastine.desktop.CommandLine;
import fi.vastine.desktop.Policy;
import fi.vastine.desktop.flow.Gate.Mood;
import fi.vastine.desktop.ui.UiDriver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who helps sees how the program stands, and nobody's name, words or cases. */
class DiagnosisFlowTest {
    private static final String NOTE = "Soitan huomenna omaiselle Virtaselle.";

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
    void theStateIsToldAndNothingOfAPersonWhileItRunsAfterItWasClosedAndWhenItIsDamaged() throws IOException {
        try (OfficeLaptop laptop = office.laptop("laptop")) {
            UiDriver driver = laptop.signIn("aino");
            office.gate().set(Mood.CUT);
            driver.waitForText("Ei verkkoa");
            driver.click("inbox-list").press(KeyCode.J);
            driver.waitUntil("a case to be open", () -> driver.shows("case-note"));
            List<String> shown =
                    driver.words().stream().filter(each -> each.length() > 30).toList();
            driver.activate("case-note");
            driver.type(NOTE);
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            driver.waitForText("1 odottaa lähetystä");

            String running = diagnosis(laptop.folder());
            assertThat(running).contains("1: OPEN").contains("NO_NETWORK").contains("Versio: ");
            laptop.shut();
            String closed = diagnosis(laptop.folder());
            assertThat(closed).contains("1: FINE, suojaus KEY_STORE, odottaa lähetystä 1,");
            office.gate().set(Mood.OPEN);
            damage(laptop.folder());
            String damaged = diagnosis(laptop.folder());
            assertThat(damaged).contains("1: DAMAGED").contains("HTTP 200").contains("Kello edellä palvelinta: ");

            assertThat(List.of(running, closed, damaged)).allSatisfy(text -> {
                assertThat(text)
                        .doesNotContainIgnoringCase("aino")
                        .doesNotContain(
                                "Koskela", "Virtaselle", office.account("aino").password());
                assertThat(shown).noneMatch(text::contains);
                assertThat(text).doesNotContain(System.getProperty("user.home") + "/");
            });
            laptop.start();
        }
    }

    @Test
    void wherePeopleHaveNeverBeenItIsToldTooAndNothingIsMadeThere() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(diagnosis(nowhere)).contains("Palvelin: ei ole").contains("Avainvarasto: FOLDER, vastaa");

        assertThat(nowhere.resolve("people")).doesNotExist();
    }

    @Test
    void versionAndHelpAreSaidInOneWord() {
        var out = new ByteArrayOutputStream();
        CommandLine line = new CommandLine(new PrintStream(out, true, StandardCharsets.UTF_8), policy(folder));

        line.version();
        line.help();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Vastine 0.")
                .contains("--diagnose");
    }

    private static String diagnosis(Path home) {
        var out = new ByteArrayOutputStream();
        new CommandLine(new PrintStream(out, true, StandardCharsets.UTF_8), policy(home)).diagnose();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Policy policy(Path home) {
        var start = new Properties();
        start.setProperty("vastine.home", home.toString());
        return new Policy(
                new FolderKeyStore(home.resolve("key-store")),
                ManagedSettings.read(new PolicySources(List.of(), Map.of(), start)));
    }

    /** Overwrites the middle of every file of the outbox, as a failing disk may. */
    private static void damage(Path laptop) throws IOException {
        try (Stream<Path> files = Files.walk(laptop)) {
            for (Path each : files.filter(one -> one.toString().contains("outbox"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                byte[] bytes = Files.readAllBytes(each);
                for (int i = bytes.length / 4; i < bytes.length * 3 / 4; i++) {
                    bytes[i] ^= 0x5a;
                }
                Files.write(each, bytes);
            }
        }
    }
}
