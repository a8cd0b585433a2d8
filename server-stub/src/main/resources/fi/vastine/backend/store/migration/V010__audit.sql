-- Who read and did what; only ever added to. Ids and acts, never words. Each hash is over the one before it and the row itself,
-- so that a row that is changed, taken away, put in or moved does not fit.
CREATE TABLE audit_entry (
    entry_no    BIGINT      NOT NULL PRIMARY KEY,
    what        VARCHAR(40) NOT NULL,
    outcome     VARCHAR(60),
    person_id   VARCHAR(64) NOT NULL,
    named_id    VARCHAR(64),
    device_id   UUID,
    case_id     UUID,
    command_id  UUID,
    made_at     BIGINT,
    received_at BIGINT      NOT NULL,
    hash        VARCHAR(64) NOT NULL
);
CREATE INDEX audit_entry_by_case ON audit_entry (case_id, made_at);
CREATE INDEX audit_entry_by_person ON audit_entry (person_id, entry_no);
