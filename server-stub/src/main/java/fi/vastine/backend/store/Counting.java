package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts for each campaign how many have answered, for the laptops of those who ask and may not read.
 *
 * <p>The count is a document of the feed and is written with whatever changes it, once a commit; it wakes nobody. A case counts in
 * the unit where it is.
 */
final class Counting {
    private static final String RESPONSE = "RESPONSE";

    private Counting() {}

    /** Remembers of a case that is new here by which form its customer was asked. */
    static void note(Direct direct, FeedbackCase fresh) {
        Asked.of(fresh)
                .ifPresent(asked -> direct.update(
                        "INSERT INTO asked_case (form_id, given_on, case_id) VALUES (?, ?, ?)",
                        List.of(asked.formId(), asked.on(), fresh.id().value())));
    }

    /**
     * Counts anew for every campaign of these forms.
     *
     * @param changeNo the last number taken
     * @return the last number taken now
     */
    static long count(Group group, Json json, Set<String> forms, long changeNo) {
        long last = changeNo;
        for (String body : bodies(group, ReferenceDocuments.Kind.CAMPAIGN.name())) {
            Campaign campaign = json.read(body, Campaign.class);
            if (forms.contains(campaign.form()) && put(group.direct(), json, response(group, campaign), last + 1)) {
                last++;
            }
        }
        return last;
    }

    private static List<String> bodies(Group group, String kind) {
        return group.handle()
                .createQuery("SELECT body FROM reference_document WHERE kind = :kind ORDER BY id")
                .bind("kind", kind)
                .mapTo(String.class)
                .list();
    }

    private static Response response(Group group, Campaign campaign) {
        Map<UnitId, Integer> answers = new HashMap<>();
        group.handle()
                .createQuery("""
                        SELECT c.unit_id, COUNT(*) AS answers
                        FROM asked_case a JOIN feedback_case c ON c.id = a.case_id
                        WHERE a.form_id = :form AND a.given_on >= :from AND a.given_on <= :until
                        GROUP BY c.unit_id
                        """)
                .bind("form", campaign.form())
                .bind("from", campaign.from())
                .bind("until", campaign.until())
                .map((row, context) -> Map.entry(new UnitId(row.getString("unit_id")), row.getInt("answers")))
                .filter(each -> campaign.units().contains(each.getKey()))
                .forEach(each -> answers.put(each.getKey(), each.getValue()));
        return new Response(campaign.id(), answers);
    }

    /** Whether it is another than before. */
    private static boolean put(Direct direct, Json json, Response response, long changeNo) {
        String id = response.campaign().toString();
        String before = direct.first(
                "SELECT body FROM reference_document WHERE kind = ? AND id = ?",
                List.of(RESPONSE, id),
                row -> row.getString(1));
        boolean same = before == null
                ? response.answers().isEmpty()
                : json.read(before, Response.class).equals(response);
        if (same) {
            return false;
        }
        direct.update(
                before == null
                        ? "INSERT INTO reference_document (body, change_no, kind, id) VALUES (?, ?, ?, ?)"
                        : "UPDATE reference_document SET body = ?, change_no = ? WHERE kind = ? AND id = ?",
                List.of(json.write(response), changeNo, RESPONSE, id));
        return true;
    }
}
