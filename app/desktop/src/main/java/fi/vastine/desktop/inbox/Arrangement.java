package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.id.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the list is to show, worked out off the screen's thread.
 *
 * @param lines the first cases that answer the query, with headings, as many as the window takes
 * @param more whether there are others behind them
 */
record Arrangement(Shelf shelf, Query query, List<InboxLine> lines, boolean more) {

    /**
     * @param opened cases that were opened here and are therefore not unread
     */
    static Arrangement of(Shelf shelf, Query query, Found found, Set<CaseId> opened) {
        List<InboxLine> lines = new ArrayList<>();
        boolean grouped = query.tab() == InboxTab.WAITING;
        DueGroup last = null;
        for (Placed placed : found.first()) {
            if (grouped && placed.group() != last) {
                last = placed.group();
                lines.add(new InboxLine.Heading(last, found.groups().getOrDefault(last, 0)));
            }
            boolean unread = placed.row().status() == CaseStatus.NEW
                    && placed.tab() != InboxTab.HANDLED
                    && !opened.contains(placed.row().id());
            lines.add(new InboxLine.Entry(placed.row(), grouped ? last : null, unread));
        }
        return new Arrangement(shelf, query, lines, found.more());
    }
}
