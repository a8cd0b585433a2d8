package fi.vastine.backend.feed;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.StoredMove;
import fi.vastine.backend.store.FeedStore.View;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has changed in the asker's units above a number, in the order of change.
 *
 * @param upTo everything up to this number is in the stream, or is none of the asker's
 * @param more whether there is more above
 */
record LiveStream(List<StoredCase> cases, List<ForgetLine> forgets, long upTo, boolean more) {
    /** How many cases are looked at in one step, and how many at most for one page, those of other units included. */
    private static final int STEP = 1_000;

    private static final int MOST_LOOKED_AT = 20_000;

    static LiveStream read(View view, Set<UnitId> units, long after, int most) {
        if (after == view.changeNo()) {
            return new LiveStream(List.of(), List.of(), after, false);
        }
        List<StoredCase> cases = new ArrayList<>();
        long upTo = after;
        for (int lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += STEP) {
            List<StoredCase> step = view.changedAfter(upTo, STEP);
            for (StoredCase each : step) {
                if (units.contains(each.unit())) {
                    if (cases.size() == most) {
                        return new LiveStream(cases, forgets(view, units, after, upTo), upTo, true);
                    }
                    cases.add(each);
                }
                upTo = each.changeNo();
            }
            if (step.size() < STEP) {
                return new LiveStream(cases, forgets(view, units, after, view.changeNo()), view.changeNo(), false);
            }
        }
        return new LiveStream(cases, forgets(view, units, after, upTo), upTo, true);
    }

    /** A case that left one of the asker's units, unless it is in another of hers now. */
    private static Collection<ForgetLine> forgetsByCase(View view, Set<UnitId> units, long after, long upTo) {
        Map<CaseId, ForgetLine> last = new LinkedHashMap<>();
        for (StoredMove move : view.movedBetween(after, upTo)) {
            if (units.contains(move.fromUnit()) && !units.contains(move.presentUnit())) {
                last.put(move.caseId(), new ForgetLine(move.caseId(), ForgetReason.MOVED, move.changeNo()));
            }
        }
        return last.values();
    }

    private static List<ForgetLine> forgets(View view, Set<UnitId> units, long after, long upTo) {
        return List.copyOf(forgetsByCase(view, units, after, upTo));
    }
}
