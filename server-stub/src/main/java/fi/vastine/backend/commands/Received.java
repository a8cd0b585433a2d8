package fi.vastine.backend.commands;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import java.time.Instant;

/**
 * One command as it came: its place in the sequence is known even where the rest cannot be read.
 *
 * @param offeredBefore whether it was sent to this backend before that was restored from a backup
 */
record Received(
        CommandId commandId,
        DeviceId device,
        long seq,
        CaseId caseId,
        Instant madeAt,
        boolean offeredBefore,
        Content content) {

    /** What the command says. */
    sealed interface Content {}

    /** It can be read. */
    record Legible(Command command) implements Content {}

    /** It cannot, and is refused by itself, so that it never holds up what comes after it. */
    record Illegible(Refusal why) implements Content {}
}
