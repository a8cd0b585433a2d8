package fi.vastine.core.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.profile.DiskFull;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A program of its own that writes into an outbox until it is killed or its disk is full.
 *
 * <p>It says on its output what it was told to be kept: {@code +} and the id of each command, {@code full} for each refusal.
 */
final class WritingLaptop {
    private static final int REFUSALS = 3;

    private WritingLaptop() {}

    public static void main(String[] arguments) throws IOException {
        Path profile = Path.of(arguments[0]);
        String text = "x".repeat(Integer.parseInt(arguments[1]));
        HsqlOutbox outbox =
                HsqlOutbox.open(profile.resolve("outbox"), new FileKeyHolder(profile.resolve("keys")), new Json());
        if (outbox.registration().isEmpty()) {
            outbox.register(new Registration(new DeviceId(UUID.randomUUID()), "k1"));
        }
        try (OutputStream said = new FileOutputStream(FileDescriptor.out)) {
            for (int refusals = 0; refusals < REFUSALS; ) {
                Submission note = new Submission(
                        new CommandId(UUID.randomUUID()),
                        new CaseId(UUID.randomUUID()),
                        Instant.EPOCH,
                        new Command.AddNote(new NoteId(UUID.randomUUID()), text));
                try {
                    outbox.submit(List.of(note));
                    said.write(("+" + note.id() + "\n").getBytes(US_ASCII));
                } catch (DiskFull e) {
                    refusals++;
                    said.write("full\n".getBytes(US_ASCII));
                }
            }
        }
    }
}
