package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that the backend has not yet confirmed.
 *
 * @param madeAt when the person decided, by the laptop's clock
 * @param lastError the code of what went wrong when it was last offered; absent if it was not offered or nothing did
 */
public record Waiting(
        CommandId id,
        CaseId caseId,
        Command command,
        Instant madeAt,
        @Nullable String lastError) {}
