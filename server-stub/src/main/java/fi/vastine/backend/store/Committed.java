package fi.vastine.backend.store;

import fi.vastine.contract.id.UnitId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one commit changed, told after it.
 *
 * @param changeNo the counter as committed
 * @param units by unit, the last change that touched it, a case leaving it included
 * @param reference the last change of a reference document; 0 if none was changed
 * @param audit the last entry of the audit log; absent if none was added
 */
public record Committed(
        long changeNo,
        Map<UnitId, Long> units,
        long reference,
        @Nullable AuditHead audit) {}
