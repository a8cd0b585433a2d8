package fi.vastine.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a program of the voice's name that writes down what it is to say. */
@DisabledOnOs(OS.WINDOWS)
class VoiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void theWordsAreSaidInTheirLanguageAndStandInNoListOfPrograms() throws IOException {
        Path said = folder.resolve("said");
        speakBy("echo \"$*\" > %1$s.part; cat >> %1$s.part; mv %1$s.part %1$s".formatted(said));

        Voice.in("/nowhere:" + folder).orElseThrow().say("Sain apua, kun sitä tarvitsin.", Language.FI);

        await(said);
        assertThat(said).hasContent("--wait --pipe-mode --language fi\nSain apua, kun sitä tarvitsin.");
    }

    @Test
    void aMachineWithoutAVoiceHasNone() {
        assertThat(Voice.in(folder.toString())).isEmpty();
        assertThat(Voice.in("")).isEmpty();
    }

    private void speakBy(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("spd-say"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static void await(Path file) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("waited in vain for " + file).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
