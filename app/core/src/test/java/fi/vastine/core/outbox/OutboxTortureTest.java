package fi.vastine.core.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An outbox whose program is killed, or whose disk is full in earnest. */
@Timeout(180)
class OutboxTortureTest {
    @TempDir
    private Path profile;

    @Test
    void killingTheProgramAmidCommitsLosesNothingThatWasAcknowledged() throws Exception {
        List<CommandId> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < 3; kill++) {
            Process laptop = start(command(300));
            try (BufferedReader said = laptop.inputReader(US_ASCII)) {
                for (int i = 0; i < 40 + 25 * kill; i++) {
                    acknowledged.add(acknowledgement(said.readLine()));
                }
                laptop.toHandle().destroyForcibly();
                // What was said before the blow struck counts too.
                said.lines()
                        .filter(line -> line.length() == 37)
                        .forEach(line -> acknowledged.add(acknowledgement(line)));
            }
            laptop.waitFor();

            try (HsqlOutbox outbox = open()) {
                assertAllThereWithoutGap(outbox, acknowledged);
                assertThat(outbox.entries()).hasSizeLessThanOrEqualTo(acknowledged.size() + kill + 1);
                assertThat(outbox.lostEntries()).isFalse();
            }
        }
    }

    @Test
    void aDiskThatIsFullInTheMiddleOfACommitLosesNothingAndTakesCommandsAgainOnceThereIsRoom() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a limit on the size of files needs a Unix shell");
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 700; exec \"$@\"", "sh"));
        limited.addAll(command(5_000));
        Process laptop = start(limited);
        List<CommandId> acknowledged = new ArrayList<>();
        int refused = 0;
        try (BufferedReader said = laptop.inputReader(US_ASCII)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("full")) {
                    refused++;
                } else {
                    acknowledged.add(acknowledgement(line));
                }
            }
        }
        assertThat(laptop.waitFor()).isZero();
        assertThat(refused).isEqualTo(3);
        assertThat(acknowledged).isNotEmpty();

        try (HsqlOutbox outbox = open()) {
            assertThat(ids(outbox)).isEqualTo(acknowledged);
            assertThat(outbox.lostEntries()).isFalse();
            CommandId next = new CommandId(UUID.randomUUID());
            outbox.submit(List.of(
                    new Submission(next, new CaseId(UUID.randomUUID()), Instant.EPOCH, new Command.ThankTeam())));
            acknowledged.add(next);
            assertAllThereWithoutGap(outbox, acknowledged);
        }
    }

    private static void assertAllThereWithoutGap(Outbox outbox, List<CommandId> acknowledged) {
        assertThat(ids(outbox)).containsAll(acknowledged);
        assertThat(outbox.entries())
                .extracting(Entry::envelope)
                .extracting(Envelope::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, outbox.entries().size())
                                .boxed()
                                .toList());
    }

    private static List<CommandId> ids(Outbox outbox) {
        return outbox.entries().stream()
                .map(each -> each.envelope().commandId())
                .toList();
    }

    private static CommandId acknowledgement(String line) {
        assertThat(line).startsWith("+");
        return CommandId.of(line.substring(1));
    }

    private List<String> command(int characters) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WritingLaptop.class.getName(),
                profile.toString(),
                Integer.toString(characters));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private HsqlOutbox open() {
        return HsqlOutbox.open(profile.resolve("outbox"), new FileKeyHolder(profile.resolve("keys")), new Json());
    }
}
