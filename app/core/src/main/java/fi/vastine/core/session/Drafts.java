package fi.vastine.core.session;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.profile.DiskFull;
import java.util.Optional;

/**
 * Replies under way: kept here at every pause, and at the backend when the case is left or after 30 seconds of rest.
 *
 * <p>Thread safe; all methods block for the disk.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Drafts {
    Drafts() {}

    /**
     * Keeps what stands in the editor; it is on disk when this returns.
     *
     * @throws DiskFull with the text kept before still there
     */
    public void keep(CaseId caseId, LocalDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** What was kept here last and is not sent as a reply. */
    public Optional<LocalDraft> of(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** The case is left: what is new in its draft is submitted for the backend to keep. */
    public void leave(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Throws the draft away, here and at the backend if it has it. */
    public void drop(CaseId caseId) {
        throw new UnsupportedOperationException();
    }
}
