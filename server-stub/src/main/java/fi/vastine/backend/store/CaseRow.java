package fi.vastine.backend.store;

import fi.vastine.contract.cases.Expiry;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.id.CaseId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it lies in its table.
 *
 * @param applied by device, the last command it holds, as {@link AppliedSeqs} writes it
 */
record CaseRow(FeedbackCase feedbackCase, @Nullable String applied) {
    static final String INSERT = """
            INSERT INTO feedback_case
                (unit_id, change_no, status, due_on, owes_reply, has_drafts, turn, quiet_since, expired, applied, body, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String UPDATE = """
            UPDATE feedback_case
            SET unit_id = ?, change_no = ?, status = ?, due_on = ?, owes_reply = ?, has_drafts = ?, turn = ?,
                quiet_since = ?, expired = ?, applied = ?, body = ?
            WHERE id = ?
            """;

    static @Nullable CaseRow find(Direct direct, Json json, CaseId id) {
        return direct.first(
                "SELECT body, applied FROM feedback_case WHERE id = ?",
                List.of(id.value()),
                row -> new CaseRow(json.read(row.getString(1), FeedbackCase.class), row.getString(2)));
    }

    /**
     * In the order in which both statements want them.
     *
     * @param body the contract's JSON of the case
     */
    List<@Nullable Object> values(String body) {
        Promise promise = feedbackCase.promise();
        return Arrays.asList(
                feedbackCase.unit().value(),
                feedbackCase.changeNo(),
                feedbackCase.status().name(),
                promise == null ? null : promise.dueOn(),
                feedbackCase.owesReply(),
                !feedbackCase.drafts().isEmpty(),
                Turns.of(feedbackCase),
                Expiry.quietSince(feedbackCase).map(Instant::toEpochMilli).orElse(null),
                Expired.of(feedbackCase).code(),
                applied,
                body,
                feedbackCase.id().value());
    }
}
