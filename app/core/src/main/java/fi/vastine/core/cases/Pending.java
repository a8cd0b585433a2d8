package fi.vastine.core.cases;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.core.outbox.Submission;
import java.time.Instant;

/**
 * A decision that the base does not yet show.
 *
 * @param seq its number on this device; 0 while it can be undone and has none
 * @param appliedAs the change the backend made of it; 0 while it has not answered
 */
public record Pending(CommandId id, CaseId caseId, Instant madeAt, Command command, long seq, long appliedAs) {

    static Pending undoable(Submission submission) {
        return new Pending(submission.id(), submission.caseId(), submission.madeAt(), submission.command(), 0, 0);
    }

    static Pending sent(Envelope envelope, long appliedAs) {
        return new Pending(
                envelope.commandId(),
                envelope.caseId(),
                envelope.madeAt(),
                envelope.command(),
                envelope.seq(),
                appliedAs);
    }

    Pending applied(long changeNo) {
        return new Pending(id, caseId, madeAt, command, seq, changeNo);
    }

    /** Whether the backend's answer is still to come. */
    public boolean unconfirmed() {
        return appliedAs == 0;
    }

    /** Whether a snapshot of its case shows it, by the snapshot's own number or by the device's number that it holds. */
    boolean isIn(long changeNo, long seqHeld) {
        return (appliedAs > 0 && changeNo >= appliedAs) || (seq > 0 && seqHeld >= seq);
    }

    Envelope envelope(DeviceId device) {
        return new Envelope(id, device, seq, caseId, madeAt, Envelope.SHAPE, command);
    }
}
