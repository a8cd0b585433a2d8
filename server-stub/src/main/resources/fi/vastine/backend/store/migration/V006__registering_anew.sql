-- What a device shows to register anew with nobody at it, as a hash; and the session that it did so from.
ALTER TABLE session ADD COLUMN claim_hash VARCHAR(64);
ALTER TABLE session ADD COLUMN claimed VARCHAR(64);
