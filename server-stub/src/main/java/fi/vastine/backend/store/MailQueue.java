package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.ReplyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Which replies are to leave by mail, and how far each has come. Thread-safe. */
public final class MailQueue {
    private final Jdbi jdbi;

    public MailQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A reply in the queue.
     *
     * @param attempts how often it was handed over, this time included
     * @param handedAt when the attempt was begun whose end is not known yet
     */
    public record Queued(
            ReplyId reply,
            CaseId caseId,
            Instant queuedAt,
            int attempts,
            @Nullable Instant handedAt) {}

    /** Puts a reply in the queue that was just written on its case; one that is not given by mail is left out. */
    public void add(Transaction transaction, FeedbackCase written, ReplyId reply) {
        Reply found = written.reply(reply).orElseThrow();
        ReplyWish wish = written.replyWish();
        if (found.way() != Way.MAIL || wish == null || wish.way() != Way.MAIL) {
            return;
        }
        remove(transaction, reply);
        long at = found.delivery().at().toEpochMilli();
        transaction
                .handle()
                .execute(
                        "INSERT INTO mail_queue (reply_id, case_id, queued_at, next_at, attempts) VALUES (?, ?, ?, ?, 0)",
                        reply.value(),
                        written.id().value(),
                        at,
                        at);
    }

    /** What is due to be handed over, what waits longest first. */
    public List<Queued> due(Instant now, int most) {
        return read(handle -> handle.createQuery("""
                        SELECT * FROM mail_queue WHERE handed_at IS NULL AND next_at <= :now
                        ORDER BY next_at, reply_id FETCH FIRST :most ROWS ONLY
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> queued(row))
                .list());
    }

    /** All that is to leave. */
    public List<ReplyId> waiting() {
        return read(handle -> handle.createQuery("SELECT reply_id FROM mail_queue ORDER BY reply_id")
                .map((row, context) -> new ReplyId(row.getObject("reply_id", UUID.class)))
                .list());
    }

    /** What was handed over before a moment without its end being known. */
    public List<Queued> openSince(Instant before) {
        return read(handle -> handle.createQuery("SELECT * FROM mail_queue WHERE handed_at < :before ORDER BY reply_id")
                .bind("before", before.toEpochMilli())
                .map((row, context) -> queued(row))
                .list());
    }

    /** Since when the oldest reply waits. */
    public Optional<Instant> oldest() {
        return read(handle -> handle.createQuery("SELECT queued_at FROM mail_queue ORDER BY queued_at")
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli));
    }

    /** The reply as it is queued now. */
    public Optional<Queued> find(Transaction transaction, ReplyId reply) {
        return transaction
                .handle()
                .createQuery("SELECT * FROM mail_queue WHERE reply_id = :reply")
                .bind("reply", reply.value())
                .map((row, context) -> queued(row))
                .findOne();
    }

    /** Notes that an attempt begins. */
    public void hand(Transaction transaction, ReplyId reply, Instant at) {
        transaction
                .handle()
                .execute(
                        "UPDATE mail_queue SET handed_at = ?, attempts = attempts + 1 WHERE reply_id = ?",
                        at.toEpochMilli(),
                        reply.value());
    }

    /** Notes that an attempt ended with nothing sent, and when the next one is due. */
    public void again(Transaction transaction, ReplyId reply, Instant next) {
        transaction
                .handle()
                .execute(
                        "UPDATE mail_queue SET handed_at = NULL, next_at = ? WHERE reply_id = ?",
                        next.toEpochMilli(),
                        reply.value());
    }

    /** The reply is settled, one way or another. */
    public void remove(Transaction transaction, ReplyId reply) {
        transaction.handle().execute("DELETE FROM mail_queue WHERE reply_id = ?", reply.value());
    }

    private static Queued queued(ResultSet row) throws SQLException {
        long handed = row.getLong("handed_at");
        boolean open = !row.wasNull();
        return new Queued(
                new ReplyId(row.getObject("reply_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                Instant.ofEpochMilli(row.getLong("queued_at")),
                row.getInt("attempts"),
                open ? Instant.ofEpochMilli(handed) : null);
    }

    /** Reads, and says in the store's own words when the database cannot. */
    private <T> T read(HandleCallback<T, RuntimeException> query) {
        try {
            return jdbi.withHandle(query);
        } catch (JdbiException e) {
            throw new StoreUnavailable("The mail queue cannot be read.", e);
        }
    }
}
