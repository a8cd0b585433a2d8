package fi.vastine.core.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far laptop and backend are in step.
 *
 * @param heard whether the backend has answered since the program was started
 * @param trouble what is wrong now; absent when all is well
 * @param pushTrouble what went wrong when commands were last offered; absent when nothing did
 * @param updatedAt when everything the backend had was last known to be here, by the laptop's clock
 * @param catchingUp whether units are downloaded for the first time
 * @param expected how many cases there will be once they are; 0 while that is not known
 */
public record SyncStatus(
        boolean heard,
        Trouble.@Nullable Kind trouble,
        Trouble.@Nullable Kind pushTrouble,
        @Nullable Instant updatedAt,
        boolean catchingUp,
        long expected) {
    /** Before anything was exchanged. */
    public static SyncStatus begun(@Nullable Instant updatedAt, boolean catchingUp) {
        return new SyncStatus(false, null, null, updatedAt, catchingUp, 0);
    }
}
