-- The audit log has taken over what these held.
DROP TABLE read_entry;
ALTER TABLE command_outcome DROP COLUMN device_id;
ALTER TABLE command_outcome DROP COLUMN seq;
ALTER TABLE command_outcome DROP COLUMN person_id;
ALTER TABLE command_outcome DROP COLUMN received_at;
