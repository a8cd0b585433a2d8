package fi.vastine.core.session;

import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.util.List;

/**
 * A campaign half planned, each field as it was written.
 *
 * @param form the id of the form; empty while none is chosen
 * @param from as it stands in its field, a day or not
 */
public record Plan(
        CampaignId id,
        String name,
        String form,
        List<UnitId> units,
        List<PersonId> collectors,
        String from,
        String until,
        String target) {
    public Plan {
        units = List.copyOf(units);
        collectors = List.copyOf(collectors);
    }

    /** Whether there is anything in it that would be missed. */
    public boolean isBegun() {
        return !name.isBlank() || !form.isEmpty() || !units.isEmpty() || !collectors.isEmpty() || !target.isBlank();
    }
}
