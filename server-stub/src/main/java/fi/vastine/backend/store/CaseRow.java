package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.id.CaseId;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A case as it lies in its table.
 *
 * @param applied by device, the last command it holds, as {@link AppliedSeqs} writes it
 */
record CaseRow(FeedbackCase feedbackCase, @Nullable String applied) {
    static final String INSERT = """
            INSERT INTO feedback_case
                (id, unit_id, change_no, status, due_on, owes_reply, has_drafts, turn, applied, body)
            VALUES (:id, :unit, :changeNo, :status, :dueOn, :owesReply, :hasDrafts, :turn, :applied, :body)
            """;
    private static final String UPDATE = """
            UPDATE feedback_case
            SET unit_id = :unit, change_no = :changeNo, status = :status, due_on = :dueOn, owes_reply = :owesReply,
                has_drafts = :hasDrafts, turn = :turn, applied = :applied, body = :body
            WHERE id = :id
            """;

    static @Nullable CaseRow find(Handle handle, Json json, CaseId id) {
        return handle.createQuery("SELECT applied, body FROM feedback_case WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) ->
                        new CaseRow(json.read(row.getString("body"), FeedbackCase.class), row.getString("applied")))
                .findOne()
                .orElse(null);
    }

    void insert(Handle handle, Json json) {
        bind(handle.createUpdate(INSERT), json).execute();
    }

    void update(Handle handle, Json json) {
        bind(handle.createUpdate(UPDATE), json).execute();
    }

    <S extends SqlStatement<S>> S bind(S statement, Json json) {
        Promise promise = feedbackCase.promise();
        return statement
                .bind("id", feedbackCase.id().value())
                .bind("unit", feedbackCase.unit().value())
                .bind("changeNo", feedbackCase.changeNo())
                .bind("status", feedbackCase.status().name())
                .bindByType("dueOn", promise == null ? null : promise.dueOn(), LocalDate.class)
                .bind("owesReply", feedbackCase.owesReply())
                .bind("hasDrafts", !feedbackCase.drafts().isEmpty())
                .bind("turn", Turns.of(feedbackCase))
                .bind("applied", applied)
                .bind("body", json.write(feedbackCase));
    }
}
