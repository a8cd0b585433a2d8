package fi.vastine.core.outbox;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import java.time.Instant;

/**
 * A decision as it is made, not yet numbered.
 *
 * @param id made once for the decision: submitting the same id again changes nothing
 * @param madeAt the laptop's clock
 */
public record Submission(CommandId id, CaseId caseId, Instant madeAt, Command command) {}
