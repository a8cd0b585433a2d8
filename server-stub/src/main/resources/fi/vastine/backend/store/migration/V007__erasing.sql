-- Cases that were erased; laptops are told until each has said that it is done.
CREATE TABLE erased_case (
    case_id   UUID   NOT NULL PRIMARY KEY,
    change_no BIGINT NOT NULL
);
CREATE INDEX erased_case_by_change ON erased_case (change_no);

-- What is left of an erased case: figures that name nobody, with no id that leads back to it.
CREATE TABLE figures_of_erased (
    id           UUID        NOT NULL PRIMARY KEY,
    unit_id      VARCHAR(64) NOT NULL,
    in_month     DATE        NOT NULL,
    channel      VARCHAR(20) NOT NULL,
    kind         VARCHAR(20) NOT NULL,
    answers      TEXT        NOT NULL,
    reply_wished BOOLEAN     NOT NULL,
    in_time      BOOLEAN     NOT NULL
);

-- quiet_since: since when nothing has happened to a case in which nothing is left to do, in milliseconds.
-- expired: what is gone by age, 0 nothing, 1 the contact details, 2 all that was written.
ALTER TABLE feedback_case ADD COLUMN quiet_since BIGINT;
ALTER TABLE feedback_case ADD COLUMN expired INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE device ADD COLUMN erased_up_to BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE device ADD COLUMN last_contact BIGINT;
ALTER TABLE device ADD COLUMN program VARCHAR(64);
ALTER TABLE device ADD COLUMN blocked_at BIGINT;
ALTER TABLE device ADD COLUMN replaced_by VARCHAR(64);
