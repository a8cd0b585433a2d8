package fi.vastine.backend.commands;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.wire.Push;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend whose process is killed while laptops send: what it acknowledged is there, once. */
class KilledBackendTest {
    private static final int MOST = 2_000;
    private static final int KILLED_AFTER = 40;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheKillIsThereAndNothingTwiceWhenAllIsSentAgain() throws Exception {
        Sent sent = killedAmidSending();

        try (TestBackend backend = new TestBackend(folder)) {
            assertThat(texts(backend, sent.caseId()))
                    .startsWith(LongStream.rangeClosed(1, sent.acknowledged())
                            .mapToObj(KilledBackendTest::text)
                            .toArray(String[]::new));

            // The last one may have been written without its answer having come: it is sent again with all the others.
            long all = sent.acknowledged() + 1;
            TestLaptop laptop = backend.laptopOf(AINO, sent.device());
            for (long seq = 1; seq <= all; seq++) {
                Push.Result result =
                        laptop.push(note(sent.caseId(), sent.device(), seq)).getFirst();
                assertThat(result.outcome()).isInstanceOf(Outcome.Applied.class);
            }
            assertThat(texts(backend, sent.caseId()))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, all)
                            .mapToObj(KilledBackendTest::text)
                            .toList());
        }
    }

    private record Sent(CaseId caseId, DeviceId device, long acknowledged) {}

    /** Reads what the other process says was acknowledged, and kills it in the middle. */
    private Sent killedAmidSending() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sends.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("sent ")) {
                    lines.add(line.substring("sent ".length()));
                    if (lines.size() == KILLED_AFTER) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(lines).hasSizeBetween(KILLED_AFTER, MOST - 1);
            String[] last = lines.getLast().split(" ", -1);
            return new Sent(CaseId.of(last[0]), DeviceId.of(last[1]), Long.parseLong(last[2]));
        }
    }

    /** Sends note after note over HTTP and says each that was acknowledged, until it is killed. */
    static final class Sends {
        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            TestBackend backend = new TestBackend(Path.of(arguments[0]));
            FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
            TestLaptop laptop = backend.laptopOf(AINO);
            for (long seq = 1; seq <= MOST; seq++) {
                laptop.push(note(open.id(), laptop.device, seq));
                out.println("sent " + open.id() + " " + laptop.device + " " + seq);
            }
        }
    }

    /** The same command for the same number, as a laptop keeps it. */
    private static Envelope note(CaseId caseId, DeviceId device, long seq) {
        return new Envelope(
                new CommandId(new UUID(7, seq)),
                device,
                seq,
                caseId,
                TestBackend.MORNING,
                Envelope.SHAPE,
                new Command.AddNote(new NoteId(new UUID(8, seq)), text(seq)));
    }

    private static String text(long seq) {
        return "Muistiinpano " + seq;
    }

    private static List<String> texts(TestBackend backend, CaseId caseId) {
        return backend.stored(caseId).notes().stream().map(Note::text).toList();
    }
}
