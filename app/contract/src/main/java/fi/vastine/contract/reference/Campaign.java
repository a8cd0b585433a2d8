package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.LocalDate;
import java.util.List;

/**
 * Who asks what where and when. Once planned it only ever ends earlier.
 *
 * @param form the form that is asked, whatever its version
 * @param units where it is asked, sorted
 * @param collectors who asks, sorted; empty for whoever may enter in the unit
 * @param from the first day, in Europe/Helsinki
 * @param until the last day; the day before the first, or earlier, for one that was called off
 * @param target how many answers each unit is to have by the end; 0 for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Campaign(
        CampaignId id,
        String name,
        String form,
        List<UnitId> units,
        List<PersonId> collectors,
        LocalDate from,
        LocalDate until,
        int target) {
    public Campaign {
        units = units == null ? List.of() : units.stream().sorted().distinct().toList();
        collectors = collectors == null
                ? List.of()
                : collectors.stream().sorted().distinct().toList();
    }

    public boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether it ended before its first day. */
    public boolean isCalledOff() {
        return until.isBefore(from);
    }

    /** Whether the person is among those who ask; that she may enter in the unit is not said here. */
    public boolean isFor(PersonId person) {
        return collectors.isEmpty() || collectors.contains(person);
    }

    /**
     * Whether answers count for it.
     *
     * @param formKey the form and its version, such as {@code national/2}
     * @param given the day on which the customer answered
     */
    public boolean counts(UnitId unit, String formKey, LocalDate given) {
        return runsOn(given) && units.contains(unit) && formKey.startsWith(form + "/");
    }

    /** Whether customers of a unit would be asked by both on the same day. */
    public boolean overlaps(Campaign other) {
        return !isCalledOff()
                && !other.isCalledOff()
                && !until.isBefore(other.from)
                && !other.until.isBefore(from)
                && units.stream().anyMatch(other.units::contains);
    }

    /** The same with another last day. */
    public Campaign endingOn(LocalDate day) {
        return new Campaign(id, name, form, units, collectors, from, day, target);
    }
}
