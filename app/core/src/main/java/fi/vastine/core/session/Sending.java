package fi.vastine.core.session;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import java.time.Instant;

/**
 * A reply that is on disk and on its way.
 *
 * @param until the end of the time in which taking it back always succeeds while the program runs
 */
public record Sending(CaseId caseId, Command.SendReply reply, Instant until) {}
