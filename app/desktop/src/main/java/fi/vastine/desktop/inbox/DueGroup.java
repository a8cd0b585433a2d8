package fi.vastine.desktop.inbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The parts of the list of what waits for a reply, in their order. */
public enum DueGroup {
    LATE,
    TODAY,
    THIS_WEEK,
    LATER,
    /** The next step is somebody else's. */
    OTHERS;

    /** The group of a due date; a week ends on Sunday. A case without one has no promise to break: later. */
    static DueGroup of(@Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn == null) {
            return LATER;
        }
        if (dueOn.isBefore(today)) {
            return LATE;
        }
        if (dueOn.equals(today)) {
            return TODAY;
        }
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return dueOn.isAfter(sunday) ? LATER : THIS_WEEK;
    }
}
