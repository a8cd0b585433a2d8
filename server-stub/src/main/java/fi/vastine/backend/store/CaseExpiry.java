package fi.vastine.backend.store;

import fi.vastine.contract.cases.Expiry;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes what has been kept long enough out of cases; each goes to laptops as any other change does. Thread safe. */
public final class CaseExpiry {
    /** Finding them is a walk through all cases, once a day; no index for it slows down every write. */
    private static final int FOUND_AT_ONCE = 20_000;

    private static final int WRITTEN_AT_ONCE = 200;

    private final Database database;
    private final Writer writer;

    public CaseExpiry(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    /**
     * Takes contact details and texts out of cases that have been quiet since before these moments, the first thousands of them;
     * tells of how many.
     *
     * @param at what the cases' history will say
     */
    public int expire(Instant contactBefore, Instant textBefore, Instant at) {
        int expired = 0;
        List<CaseId> due = due(contactBefore, textBefore);
        for (int from = 0; from < due.size(); from += WRITTEN_AT_ONCE) {
            List<CaseId> some = due.subList(from, Math.min(due.size(), from + WRITTEN_AT_ONCE));
            expired += writer.write(transaction -> some.stream()
                    .mapToInt(id -> expire(transaction, id, contactBefore, textBefore, at))
                    .sum());
        }
        return expired;
    }

    /** As the case stands now: it may have changed since it was found due. */
    private static int expire(
            Transaction transaction, CaseId id, Instant contactBefore, Instant textBefore, Instant at) {
        FeedbackCase current = transaction.find(id).orElse(null);
        Instant quiet = current == null ? null : Expiry.quietSince(current).orElse(null);
        if (current == null || quiet == null) {
            return 0;
        }
        FeedbackCase left = current;
        if (quiet.isBefore(contactBefore)) {
            left = Expiry.withoutContact(left, at);
        }
        if (quiet.isBefore(textBefore)) {
            left = Expiry.withoutText(left, at);
        }
        if (left.equals(current)) {
            return 0;
        }
        transaction.change(left);
        if (Expiry.hasNoText(left)) {
            ScannedPages.remove(transaction.direct(), id);
        }
        return 1;
    }

    private List<CaseId> due(Instant contactBefore, Instant textBefore) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT id FROM feedback_case
                        WHERE (expired = 0 AND quiet_since < :contact) OR (expired < 2 AND quiet_since < :text)
                        FETCH FIRST :most ROWS ONLY
                        """)
                        .bind("contact", contactBefore.toEpochMilli())
                        .bind("text", textBefore.toEpochMilli())
                        .bind("most", FOUND_AT_ONCE)
                        .map((row, context) -> new CaseId(row.getObject("id", UUID.class)))
                        .list());
    }
}
