-- Replies that are to leave by mail. The words and the address stay with the case; a reply that is settled leaves no row.
-- handed_at: an attempt was begun and its end is not written yet.
CREATE TABLE mail_queue (
    reply_id  UUID    NOT NULL PRIMARY KEY,
    case_id   UUID    NOT NULL,
    queued_at BIGINT  NOT NULL,
    next_at   BIGINT  NOT NULL,
    attempts  INTEGER NOT NULL,
    handed_at BIGINT
);
CREATE INDEX mail_queue_by_next ON mail_queue (next_at);
