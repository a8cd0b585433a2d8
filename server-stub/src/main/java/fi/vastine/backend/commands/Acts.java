package fi.vastine.backend.commands;

import com.fasterxml.jackson.annotation.JsonTypeName;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.contract.command.Actor;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What the audit log says of a command: who gave it and what came of it, and nothing of what it holds. */
final class Acts {
    private Acts() {}

    static AuditEntry of(Received received, Actor actor, Outcome outcome) {
        return new AuditEntry(
                what(received.content()),
                said(outcome),
                actor.person(),
                named(received.content(), actor),
                received.device(),
                received.caseId(),
                received.commandId(),
                actor.madeAt(),
                actor.receivedAt(),
                why(received.content()));
    }

    /** The command's name on the wire. */
    private static String what(Received.Content content) {
        return switch (content) {
            case Received.Illegible ignored -> "illegible";
            case Received.Legible legible ->
                legible.command().getClass().getAnnotation(JsonTypeName.class).value();
        };
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied ignored -> "applied";
            case Outcome.NoOp ignored -> "no-op";
            case Outcome.Conflict conflict -> "conflict " + conflict.why();
            case Outcome.Refused refused -> "refused " + refused.code();
            case Outcome.Gone ignored -> "gone";
        };
    }

    private static @Nullable String why(Received.Content content) {
        return content instanceof Received.Legible legible
                        && legible.command() instanceof Command.WithdrawEntry withdraw
                ? withdraw.why().name()
                : null;
    }

    private static @Nullable PersonId named(Received.Content content, Actor actor) {
        return content instanceof Received.Legible legible
                        && legible.command() instanceof Command.EnterFeedback entry
                        && !entry.collector().equals(actor.person())
                ? entry.collector()
                : null;
    }
}
