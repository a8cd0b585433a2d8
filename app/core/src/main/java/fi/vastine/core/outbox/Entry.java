package fi.vastine.core.outbox;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command in the outbox.
 *
 * @param outcome what the backend answered; absent until then
 * @param settledAt when the outcome was stored, by the laptop's clock; absent until then
 * @param resolution how a person settled what needed attention; absent until then
 */
public record Entry(
        Envelope envelope,
        State state,
        @Nullable Outcome outcome,
        @Nullable Instant settledAt,
        @Nullable Resolution resolution) {

    /** How far a command has come. */
    public enum State {
        /** Never sent; can be taken back. */
        WAITING,
        /** Sent at least once; the backend may have it. */
        ON_WIRE,
        /** The outcome is stored; done, or a person has resolved it. */
        SETTLED,
        /** The outcome is stored and a person has to see it. */
        NEEDS_ATTENTION
    }

    /** How a person settled what needed attention. */
    public enum Resolution {
        /** A new command was made in its place. */
        MADE_ANEW,
        /** Seen; nothing more is wanted. */
        DISMISSED
    }

    /** Whether the backend's answer is still to come. */
    public boolean unsettled() {
        return outcome == null;
    }

    static Entry waiting(Submission submission, Registration registration, long seq) {
        Envelope envelope = new Envelope(
                submission.id(),
                registration.device(),
                seq,
                submission.caseId(),
                submission.madeAt(),
                Envelope.SHAPE,
                submission.command());
        return new Entry(envelope, State.WAITING, null, null, null);
    }

    Entry onWire() {
        return new Entry(envelope, State.ON_WIRE, null, null, null);
    }

    /** The same command under another number, its outcome still to come. */
    Entry renumbered(Registration registration, long seq) {
        return numbered(registration, seq, state, envelope.offeredBefore());
    }

    /** The same for a backend that was restored from a backup: it may have had what was sent, and cannot know. */
    Entry offeredAgain(Registration registration, long seq) {
        boolean sent = state != State.WAITING;
        return numbered(registration, seq, sent ? State.ON_WIRE : State.WAITING, sent || envelope.offeredBefore());
    }

    private Entry numbered(Registration registration, long seq, State next, boolean offeredBefore) {
        Envelope renumbered = new Envelope(
                envelope.commandId(),
                registration.device(),
                seq,
                envelope.caseId(),
                envelope.madeAt(),
                envelope.shape(),
                envelope.command(),
                offeredBefore);
        return new Entry(renumbered, next, null, null, null);
    }

    Entry settledBy(Outcome answer, Instant at) {
        // What was gone already holds nothing that is still to be erased.
        boolean goneBefore = answer instanceof Outcome.NoOp && envelope.command() instanceof Command.WithdrawEntry;
        // Once access has ended and the backend keeps the text, this laptop must not; nor what belongs to an erased
        // case.
        boolean forget = answer instanceof Outcome.Gone
                || goneBefore
                || (answer instanceof Outcome.Refused refused
                        && refused.code() == Refusal.ACCESS_ENDED
                        && refused.kept());
        boolean done = answer instanceof Outcome.Applied
                || answer instanceof Outcome.NoOp
                || envelope.command() instanceof Command.Voided;
        return new Entry(
                forget ? emptied(envelope) : envelope, done ? State.SETTLED : State.NEEDS_ATTENTION, answer, at, null);
    }

    Entry resolved(Resolution how) {
        return new Entry(envelope, State.SETTLED, outcome, settledAt, how);
    }

    /** The same entry with nothing in it that anybody wrote; a conflict's outcome quotes what it met, so it goes too. */
    Entry emptied() {
        Outcome left = outcome instanceof Outcome.Conflict ? new Outcome.Gone() : outcome;
        return new Entry(emptied(envelope), state, left, settledAt, resolution);
    }

    private static Envelope emptied(Envelope full) {
        return new Envelope(
                full.commandId(),
                full.deviceId(),
                full.seq(),
                full.caseId(),
                full.madeAt(),
                Envelope.SHAPE,
                new Command.Voided());
    }
}
