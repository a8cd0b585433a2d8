package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Language, colours and text size are changed where one sits, and every screen stays readable at once. */
class DressFlowTest {
    @TempDir
    private Path folder;

    private CountyOffice office;
    private OfficeLaptop laptop;

    @BeforeEach
    void begin() {
        office = new CountyOffice(folder);
        laptop = office.laptop("marika");
    }

    @AfterEach
    void end() {
        speak("fi");
        wear("light", "100");
        laptop.close();
        office.close();
    }

    @Test
    void everyScreenIsReadableInEachLanguageAndLookAndTwiceAsLarge() {
        laptop.signIn("aino");

        lookEverywhere("fi-light-100");
        speak("sv");
        wear("dark", "200");
        lookEverywhere("sv-dark-200");
        speak("fi");
        lookEverywhere("fi-dark-200");
        wear("light", "150");
        speak("en");
        lookEverywhere("en-light-150");
    }

    @Test
    void qualityTeamReadsAllItsListsTwiceAsLarge() {
        laptop.signIn("marika");
        wear("light", "200");
        laptop.driver().click("rail-inbox");

        for (String tab : List.of("waiting", "reading", "handled", "all", "triage")) {
            laptop.driver().activate("inbox-tab-" + tab);
            assertReadable("quality-200-" + tab);
        }
    }

    private void lookEverywhere(String dress) {
        // Large text leaves room for the list or the case: Esc leads to the one, Enter to the other.
        laptop.driver().click("rail-inbox").press(KeyCode.ESCAPE);
        laptop.driver().click("inbox-list").press(KeyCode.ESCAPE).press(KeyCode.HOME, KeyCode.HOME);
        for (String tab : List.of("reading", "handled", "all", "waiting")) {
            laptop.driver().activate("inbox-tab-" + tab);
            assertReadable(dress + "-" + tab);
        }
        laptop.driver().press(KeyCode.J).press(KeyCode.ENTER);
        laptop.driver().waitUntil("a case to be open", () -> laptop.driver().shows("case-reply"));
        assertReadable(dress + "-case");
        for (KeyCode panel : List.of(KeyCode.S, KeyCode.T, KeyCode.N)) {
            laptop.driver().press(panel);
            assertReadable(dress + "-panel-" + panel.getName().toLowerCase(Locale.ROOT));
            laptop.driver().press(KeyCode.ESCAPE);
        }
        laptop.driver().press(KeyCode.R);
        laptop.driver().await("reply-text");
        assertReadable(dress + "-reply");
        laptop.driver().press(KeyCode.ESCAPE);
        laptop.driver().click("rail-attention");
        assertReadable(dress + "-attention");
        laptop.driver().click("rail-settings");
        assertReadable(dress + "-settings");
        laptop.driver().typeSign("?");
        assertReadable(dress + "-keys");
        laptop.driver().press(KeyCode.ESCAPE);
        laptop.driver().activate("sync-foot");
        assertReadable(dress + "-waiting");
        laptop.driver().press(KeyCode.ESCAPE);
    }

    private void assertReadable(String where) {
        assertThat(laptop.driver().complaintsInPicture("dress-" + where))
                .as(where)
                .isEmpty();
    }

    private void speak(String language) {
        laptop.driver().click("rail-settings");
        laptop.driver().activate("choose-" + language);
    }

    private void wear(String look, String percent) {
        laptop.driver().click("rail-settings");
        laptop.driver().activate("choose-" + look);
        laptop.driver().activate(percent + " %");
    }
}
