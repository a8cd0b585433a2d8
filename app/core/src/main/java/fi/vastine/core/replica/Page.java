package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.PullLine;
import java.util.List;
import java.util.Set;

/**
 * What is written together or not at all.
 *
 * @param lost units the person may no longer see: their cases go, and may come back with any number
 * @param complete units whose download ends with this page: what was marked and did not come again goes
 * @param cursors from where to ask on
 */
public record Page(
        List<Snapshot> cases,
        List<Forget> forgets,
        List<Document> documents,
        Set<UnitId> lost,
        Set<UnitId> complete,
        Cursors cursors) {

    public Page {
        cases = List.copyOf(cases);
        forgets = List.copyOf(forgets);
        documents = List.copyOf(documents);
        lost = Set.copyOf(lost);
        complete = Set.copyOf(complete);
    }

    /** A case as it stands: its list row, and the whole of it as JSON. */
    public record Snapshot(Head head, String body) {}

    /** A case that goes, by this change. */
    public record Forget(CaseId caseId, PullLine.ForgetReason why, long changeNo) {}

    /**
     * What a page changed.
     *
     * @param cases those that were newer than what was held, or as new
     * @param gone cases that were held and are no more
     */
    public record Applied(List<Snapshot> cases, Set<CaseId> gone) {}
}
