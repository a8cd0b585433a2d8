package fi.vastine.core.outbox;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import java.time.Instant;

/**
 * A reply as it was at the last pause in writing; one per case.
 *
 * @param seen the backend's revision it goes on from, 0 for a draft the backend has not
 * @param savedAt the laptop's clock
 */
public record LocalDraft(CaseId caseId, DraftId draft, MessageId answers, int seen, String text, Instant savedAt) {}
