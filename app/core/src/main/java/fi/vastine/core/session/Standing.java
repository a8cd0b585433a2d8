package fi.vastine.core.session;

import fi.vastine.core.key.Guard;
import org.jspecify.annotations.Nullable;

/**
 * How one person's profile stands, with nothing of what is in it.
 *
 * @param state whether it can be opened now, and if not, why
 * @param guard what guards its keys; absent where that cannot be seen
 * @param waiting how many commands wait to be sent; -1 where that cannot be seen
 * @param outboxBytes on the disk
 * @param replicaBytes on the disk
 */
public record Standing(State state, @Nullable Guard guard, int waiting, long outboxBytes, long replicaBytes) {
    /** What meets whoever opens it. */
    public enum State {
        FINE,
        /** A running copy of the program has it. */
        OPEN,
        /** Something has to be typed first. */
        LOCKED,
        KEY_STORE_SILENT,
        KEY_LOST,
        DAMAGED,
        DISK_FULL
    }
}
