-- Why an identity code was shown, where it was asked: a word of ours that was chosen.
ALTER TABLE audit_entry ADD COLUMN why VARCHAR(40);
-- When a blocked device was first answered with the order to wipe itself.
ALTER TABLE device ADD COLUMN wipe_told_at BIGINT;
