package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node of the organisation tree.
 *
 * @param parent the unit above; absent at the top
 * @param level 1 at the top; level names are the organisation's own
 * @param responsible who answers for it; absent on levels that get no feedback
 * @param until the last day on which it exists, in Europe/Helsinki; absent while no end is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Unit(
        UnitId id,
        @Nullable UnitId parent,
        int level,
        Names name,
        @Nullable PersonId responsible,
        @Nullable LocalDate until) {}
