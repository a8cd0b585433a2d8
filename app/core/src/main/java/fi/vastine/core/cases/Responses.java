package fi.vastine.core.cases;

import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many customers each unit of a campaign has had answer, from the cases this laptop holds or as the backend told; immutable.
 *
 * <p>An answer counts where its case is now: one that waits in triage counts once it is routed.
 */
public record Responses(Map<CampaignId, Map<UnitId, Integer>> counts) {
    public static final Responses NONE = new Responses(Map.of());

    public Responses {
        counts = Map.copyOf(counts);
    }

    /** Looks at every row once. */
    public static Responses of(List<CaseRow> rows, List<Campaign> campaigns) {
        var counts = new HashMap<CampaignId, Map<UnitId, Integer>>();
        for (CaseRow row : rows) {
            Asked asked = row.asked();
            if (asked != null) {
                campaigns.stream()
                        .filter(each -> each.counts(row.unit(), asked.form(), asked.on()))
                        .forEach(each -> counts.computeIfAbsent(each.id(), fresh -> new HashMap<>())
                                .merge(row.unit(), 1, Integer::sum));
            }
        }
        return new Responses(counts);
    }

    public int of(CampaignId campaign, UnitId unit) {
        return counts.getOrDefault(campaign, Map.of()).getOrDefault(unit, 0);
    }

    /** In all units together. */
    public int of(CampaignId campaign) {
        return counts.getOrDefault(campaign, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
