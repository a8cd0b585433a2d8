package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rows that an erased case leaves, and those that go with it. */
final class Erasures {
    private Erasures() {}

    static boolean has(Direct direct, CaseId id) {
        return direct.first(
                        "SELECT change_no FROM erased_case WHERE case_id = ?",
                        List.of(id.value()),
                        row -> row.getLong(1))
                != null;
    }

    static void note(Direct direct, CaseId id, long changeNo) {
        direct.update("INSERT INTO erased_case (change_no, case_id) VALUES (?, ?)", List.of(changeNo, id.value()));
    }

    /** Everything in the tables that was written in the case or quotes from it. */
    static void remove(Direct direct, Json json, CaseId id) {
        List<Object> which = List.of(id.value());
        direct.update("DELETE FROM feedback_case WHERE id = ?", which);
        direct.update("DELETE FROM asked_case WHERE case_id = ?", which);
        direct.update("DELETE FROM case_move WHERE case_id = ?", which);
        direct.update("DELETE FROM mail_queue WHERE case_id = ?", which);
        ScannedPages.remove(direct, id);
        direct.update(
                "UPDATE command_outcome SET outcome = ? WHERE case_id = ?",
                List.of(json.write(new Outcome.Gone()), id.value()));
    }

    /** The figures of a case, by the month it came in. */
    static void count(Direct direct, Json json, FeedbackCase erased) {
        LocalDate day = LocalDate.ofInstant(erased.origin().receivedAt(), DueDates.ZONE);
        direct.update(
                """
                INSERT INTO figures_of_erased
                    (id, unit_id, in_month, channel, kind, answers, reply_wished, in_time)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.of(
                        UUID.randomUUID(),
                        erased.unit().value(),
                        day.withDayOfMonth(1),
                        erased.origin().channel().name(),
                        erased.kind().name(),
                        json.write(erased.origin().answers().withoutWords()),
                        erased.replyWish() != null,
                        isAnsweredInTime(erased)));
    }

    private static boolean isAnsweredInTime(FeedbackCase erased) {
        Promise promise = erased.promise();
        return promise != null
                && erased.replies().stream()
                        .filter(Reply::stands)
                        .map(reply -> LocalDate.ofInstant(reply.receivedAt(), DueDates.ZONE))
                        .anyMatch(day -> !day.isAfter(promise.dueOn()));
    }
}
