-- Cases and what happened to them, as the feed sends it. Bodies are the contract's JSON, written once and sent as they are.
-- Moments are milliseconds since 1970 (UTC).

-- One row: who holds it writes. Numbers are taken and committed under its lock, so that no number appears after a
-- larger one was read.
CREATE TABLE change_counter (
    id        INTEGER     NOT NULL PRIMARY KEY,
    change_no BIGINT      NOT NULL,
    epoch     VARCHAR(64) NOT NULL
);

-- turn: where the case stands when a laptop downloads its unit for the first time; what owes a reply comes first.
-- applied: by device, the last command this snapshot holds, as device=seq,device=seq.
CREATE TABLE feedback_case (
    id         UUID        NOT NULL PRIMARY KEY,
    unit_id    VARCHAR(64) NOT NULL,
    change_no  BIGINT      NOT NULL,
    status     VARCHAR(20) NOT NULL,
    due_on     DATE,
    owes_reply BOOLEAN     NOT NULL,
    has_drafts BOOLEAN     NOT NULL,
    turn       BIGINT      NOT NULL,
    applied    TEXT,
    body       TEXT        NOT NULL
);
CREATE UNIQUE INDEX feedback_case_by_change ON feedback_case (change_no);
CREATE INDEX feedback_case_by_turn ON feedback_case (unit_id, turn, id);

-- A case left a unit: laptops that see the old unit and not the present one forget it.
CREATE TABLE case_move (
    change_no BIGINT      NOT NULL,
    case_id   UUID        NOT NULL,
    from_unit VARCHAR(64) NOT NULL,
    CONSTRAINT case_move_key PRIMARY KEY (change_no, case_id)
);

-- By unit: the sum of the contract's checksums of its cases, and the last change that touched it (a case leaving counts).
CREATE TABLE unit_state (
    unit_id   VARCHAR(64) NOT NULL PRIMARY KEY,
    checksum  BIGINT      NOT NULL,
    change_no BIGINT      NOT NULL
);

-- Units, people, themes, reply templates and promises, each replaced whole.
CREATE TABLE reference_document (
    kind      VARCHAR(20) NOT NULL,
    id        VARCHAR(64) NOT NULL,
    change_no BIGINT      NOT NULL,
    body      TEXT        NOT NULL,
    CONSTRAINT reference_document_key PRIMARY KEY (kind, id)
);
CREATE INDEX reference_document_by_change ON reference_document (change_no);

-- What was answered to each command; a repeat gets the same answer.
CREATE TABLE command_outcome (
    command_id  UUID        NOT NULL PRIMARY KEY,
    device_id   UUID        NOT NULL,
    seq         BIGINT      NOT NULL,
    person_id   VARCHAR(64) NOT NULL,
    case_id     UUID        NOT NULL,
    received_at BIGINT      NOT NULL,
    outcome     TEXT        NOT NULL
);

-- How far each device's commands have come, without a gap.
CREATE TABLE device_progress (
    device_id UUID   NOT NULL PRIMARY KEY,
    last_seq  BIGINT NOT NULL
);

-- Who opened what; only ever added to.
CREATE TABLE read_entry (
    id          UUID        NOT NULL PRIMARY KEY,
    person_id   VARCHAR(64) NOT NULL,
    device_id   UUID        NOT NULL,
    case_id     UUID        NOT NULL,
    what        VARCHAR(20) NOT NULL,
    read_at     BIGINT      NOT NULL,
    received_at BIGINT      NOT NULL
);
CREATE INDEX read_entry_by_case ON read_entry (case_id);
