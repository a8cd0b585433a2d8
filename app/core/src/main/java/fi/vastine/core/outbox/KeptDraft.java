package fi.vastine.core.outbox;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import java.time.Instant;
import java.util.List;

/**
 * A reply as it was at the last pause in writing; one per case.
 *
 * @param seen the backend's revision it goes on from, 0 for a draft the backend has not
 * @param ticked names of the reminders the writer has ticked off
 * @param savedAt the laptop's clock
 */
public record KeptDraft(
        CaseId caseId, DraftId draft, MessageId answers, int seen, String text, List<String> ticked, Instant savedAt) {
    public KeptDraft {
        ticked = ticked == null ? List.of() : List.copyOf(ticked);
    }

    /** The same text as the draft of this id, after a revision of the backend. */
    public KeptDraft goingOn(DraftId asDraft, int afterRevision) {
        return new KeptDraft(caseId, asDraft, answers, afterRevision, text, ticked, savedAt);
    }
}
