-- How many cases a unit has, so that a laptop can tell how much of a first download is still to come.
ALTER TABLE unit_state ADD COLUMN cases BIGINT DEFAULT 0 NOT NULL;
UPDATE unit_state SET cases = (SELECT COUNT(*) FROM feedback_case c WHERE c.unit_id = unit_state.unit_id);
