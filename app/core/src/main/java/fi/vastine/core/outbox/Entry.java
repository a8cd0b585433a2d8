package fi.vastine.core.outbox;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
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
}
