package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.id.CaseId;
import fi.vastine.desktop.inbox.Shelf.Placed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the list is to show, worked out off the screen's thread.
 *
 * @param found every case that answers the query, in order
 * @param lines the first of them, with headings, as many as the window takes
 */
record Arrangement(Shelf shelf, Query query, List<Placed> found, List<InboxLine> lines) {

    /**
     * @param window how many cases the list is handed; more are handed when the reader comes near the end
     * @param opened cases that were opened here and are therefore not unread
     */
    static Arrangement of(Shelf shelf, Query query, List<Placed> found, int window, Set<CaseId> opened) {
        List<InboxLine> lines = new ArrayList<>();
        boolean grouped = query.tab() == InboxTab.WAITING;
        Map<DueGroup, Integer> counts = grouped ? counts(found) : Map.of();
        DueGroup last = null;
        for (Placed placed : found.subList(0, Math.min(window, found.size()))) {
            if (grouped && placed.group() != last) {
                last = placed.group();
                lines.add(new InboxLine.Heading(last, counts.getOrDefault(last, 0)));
            }
            boolean unread = placed.row().status() == CaseStatus.NEW
                    && placed.tab() != InboxTab.HANDLED
                    && !opened.contains(placed.row().id());
            lines.add(new InboxLine.Entry(placed.row(), grouped ? last : null, unread));
        }
        return new Arrangement(shelf, query, found, lines);
    }

    private static Map<DueGroup, Integer> counts(List<Placed> found) {
        Map<DueGroup, Integer> counts = new EnumMap<>(DueGroup.class);
        found.forEach(placed -> counts.merge(placed.group(), 1, Integer::sum));
        return counts;
    }
}
