package fi.vastine.core.session;

import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import java.time.Instant;
import java.util.Set;

/**
 * A reply as it stood at the last pause of its writer, on this laptop alone.
 *
 * @param revision the revision at the backend on which it builds, 0 for a new draft
 * @param savedAt the laptop's clock
 */
public record LocalDraft(
        DraftId id, int revision, MessageId answers, String text, Set<Reminder> ticked, Instant savedAt) {
    public LocalDraft {
        ticked = Set.copyOf(ticked);
    }
}
