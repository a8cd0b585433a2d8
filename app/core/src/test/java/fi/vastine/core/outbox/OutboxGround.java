package fi.vastine.core.outbox;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;

/** An outbox of a laptop that has registered, and what is put into it. */
abstract class OutboxGround {
    static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    static final Json JSON = new Json();

    final UuidSource ids = new UuidSource(() -> NOW, new SplittableRandom(1));
    final DeviceId device = new DeviceId(ids.next());
    final CaseId caseId = new CaseId(ids.next());

    /** The outbox under test; the same one until {@link #reopen}. */
    abstract Outbox outbox();

    /** Closes the outbox and opens it again, as a restart does. */
    abstract void reopen();

    @BeforeEach
    void register() {
        outbox().register(new Registration(device, "k1"));
    }

    Submission note(String text) {
        return new Submission(
                new CommandId(ids.next()), caseId, NOW, new Command.AddNote(new NoteId(ids.next()), text));
    }

    List<Envelope> wire(int most) {
        return outbox().takeForWire(most, Push.MOST_BYTES);
    }

    List<Envelope> envelopes() {
        return outbox().entries().stream().map(Entry::envelope).toList();
    }

    Submission refused(String text) {
        Submission note = note(text);
        long seq = outbox().submit(List.of(note)).getFirst().seq();
        wire(10);
        outbox().settle(List.of(result(note, seq, new Outcome.Refused(Refusal.NOT_POSSIBLE, false))), NOW);
        return note;
    }

    KeptDraft draft(CaseId of, String text, Instant at) {
        return new KeptDraft(of, new DraftId(ids.next()), new MessageId(ids.next()), 0, text, List.of("THANKED"), at);
    }

    static Push.Result result(Submission submission, long seq, Outcome outcome) {
        return new Push.Result(submission.id(), seq, outcome);
    }
}
