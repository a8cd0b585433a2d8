package fi.vastine.contract.reference;

import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.UnitId;
import java.util.Map;

/**
 * How many customers have answered in a campaign so far, for those who ask and may not read.
 *
 * @param answers by unit; one without any is left out
 */
public record Response(CampaignId campaign, Map<UnitId, Integer> answers) {
    public Response {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }
}
