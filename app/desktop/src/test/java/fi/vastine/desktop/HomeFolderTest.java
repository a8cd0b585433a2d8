package fi.vastine.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.desktop.shell.ShownCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the program's own files cannot lie, that is said by its kind; what it logs names nobody. */
class HomeFolderTest {
    @TempDir
    private Path folder;

    @Test
    void eachKindOfTroubleHasItsSentence() {
        assertThat(why(new AccessDeniedException("/x"))).isEqualTo("start.read-only");
        assertThat(why(new IOException("/x: Read-only file system"))).isEqualTo("start.read-only");
        assertThat(why(new IOException("No space left on device"))).isEqualTo("start.disk-full");
        assertThat(why(new IOException("There is not enough space on the disk")))
                .isEqualTo("start.disk-full");
        assertThat(why(new FileAlreadyExistsException("/x"))).isEqualTo("start.folder");
    }

    private String why(IOException cause) {
        return new HomeFolder(folder.resolve("not yet").resolve("there"))
                .whyNot(new UncheckedIOException("The profile cannot be taken into use", cause));
    }

    @Test
    void aFolderOfThisComputerIsNotFar() {
        assertThat(new HomeFolder(folder).isOverTheNetwork()).isFalse();
    }

    @Test
    void logsLieWhereThePlatformWantsThemAndNeverWhereTheyRoam() {
        var user = new UserFolder(Map.of("LOCALAPPDATA", "/local", "APPDATA", "/roaming"), Path.of("/home/aino"));
        assertThat(user.logsOf("Windows 11")).isEqualTo(Path.of("/local/Vastine/logs"));
        assertThat(user.logsOf("Mac OS X")).isEqualTo(Path.of("/home/aino/Library/Logs/Vastine"));
        assertThat(user.logsOf("Linux")).isEqualTo(Path.of("/home/aino/.local/state/vastine"));
    }

    @Test
    void theLogHasCodesAndKindsOfFailuresAndNobodysWordsOrFolders() throws IOException {
        Path logs = folder.resolve("logs");
        LogFile.beginIn(logs);
        try {
            ShownCodes.note("Palvelimessa on häiriö. Virtanen kirjoitti. (V-103)");
            Logger.getLogger("com.somebody")
                    .log(Level.WARNING, "not read", new IllegalStateException("Unexpected \"Jonotin 50 minuuttia\""));
            Logger.getLogger("fi.vastine.x").warning("not written: " + System.getProperty("user.home") + "/x");
        } finally {
            endLog();
        }

        assertThat(LogFile.codes(logs)).singleElement().asString().endsWith("Z V-103");
        assertThat(Files.readString(logs.resolve("vastine-0.0.log")))
                .contains("java.lang.IllegalStateException", "HomeFolderTest", "not written: ~/x")
                .doesNotContain("Jonotin", "Virtanen", System.getProperty("user.home") + "/");
    }

    private static void endLog() {
        Logger root = Logger.getLogger("");
        for (Handler each : List.of(root.getHandlers())) {
            if (each instanceof java.util.logging.FileHandler) {
                root.removeHandler(each);
                each.close();
            }
        }
    }
}
