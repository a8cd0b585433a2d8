-- On which devices a person has signed in: attempts there are counted apart from those elsewhere.
CREATE TABLE signed_in_before (
    person_id VARCHAR(64) NOT NULL,
    device_id VARCHAR(64) NOT NULL,
    CONSTRAINT signed_in_before_key PRIMARY KEY (person_id, device_id)
);
INSERT INTO signed_in_before (person_id, device_id) SELECT DISTINCT person_id, device_id FROM session;
