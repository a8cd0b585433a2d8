package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.UnitId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/changes}: asks for what is new.
 *
 * @param epoch the backend's epoch as last seen; absent on a new laptop
 * @param after the last change number applied; negative on a new laptop: live changes begin at now
 * @param catchUp units whose first download goes on, by unit
 * @param scopeVersion the version of the scope held; 0 for none
 * @param limit the most cases wanted in one page, 1 to 2,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PullRequest(
        @Nullable String epoch, long after, Map<UnitId, CatchUp> catchUp, long scopeVersion, int limit) {
    public PullRequest {
        catchUp = catchUp == null ? Map.of() : Map.copyOf(catchUp);
    }
}
