package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's role in a unit and all below it.
 *
 * @param unit the unit or branch; the top of the tree for the whole organisation
 * @param from the first day, in Europe/Helsinki
 * @param to the last day; absent while no end is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grant(
        PersonId person,
        Role role,
        UnitId unit,
        LocalDate from,
        @Nullable LocalDate to) {
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
