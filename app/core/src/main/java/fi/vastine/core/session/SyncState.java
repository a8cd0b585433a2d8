package fi.vastine.core.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the foot of the window tells: the connection, how old the data is, what waits.
 *
 * @param updatedAt when everything the backend had was last known to be here, by the laptop's clock; absent before the first time
 * @param waiting what is not yet confirmed, the oldest first
 * @param firstPull present while units are downloaded for the first time
 * @param pages how many scanned pages wait to be sent
 */
public record SyncState(
        Connection connection,
        @Nullable Instant updatedAt,
        List<Waiting> waiting,
        @Nullable Progress firstPull,
        int pages) {
    public SyncState {
        waiting = List.copyOf(waiting);
    }

    /** With no scanned page waiting. */
    public SyncState(
            Connection connection, @Nullable Instant updatedAt, List<Waiting> waiting, @Nullable Progress firstPull) {
        this(connection, updatedAt, waiting, firstPull, 0);
    }

    /** Whether everything is with the backend. */
    public boolean isAllSent() {
        return waiting.isEmpty() && pages == 0;
    }
}
