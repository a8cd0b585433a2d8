package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.Signal;
import fi.vastine.core.cases.CaseRow;

/**
 * One case where it stands in the inbox.
 *
 * @param label what it is filed under, by its number among the shelf's {@link Labels}
 */
record Placed(CaseRow row, InboxTab tab, DueGroup group, int label) {
    boolean urgent() {
        return row.signals().contains(Signal.URGENT) && tab != InboxTab.HANDLED;
    }
}
