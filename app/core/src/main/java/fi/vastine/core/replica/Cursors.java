package fi.vastine.core.replica;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far this laptop has read.
 *
 * @param epoch the backend's epoch; absent before the first page
 * @param after the last change number applied; negative before the first page
 * @param catchUp units whose first download goes on
 * @param scope what the person may see, as last told
 */
public record Cursors(@Nullable String epoch, long after, Map<UnitId, CatchUp> catchUp, Scope scope) {
    /** Nothing read yet. */
    public static final Cursors NONE = new Cursors(null, -1, Map.of(), Scope.NONE);

    public Cursors {
        catchUp = Map.copyOf(catchUp);
    }
}
