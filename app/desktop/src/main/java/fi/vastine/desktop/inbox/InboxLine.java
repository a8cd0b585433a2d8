package fi.vastine.desktop.inbox;

import fi.vastine.core.cases.CaseRow;
import org.jspecify.annotations.Nullable;

/** A line of the list: a heading or a case. */
sealed interface InboxLine {

    /** Begins a group. */
    record Heading(DueGroup group, int count) implements InboxLine {}

    /**
     * One case.
     *
     * @param group the group it stands in; absent in lists without groups
     * @param unread whether nobody has taken it up yet and it was not opened here
     */
    record Entry(CaseRow row, @Nullable DueGroup group, boolean unread) implements InboxLine {}
}
