-- The organisation, who may do what in it and when, and the devices people work on.
-- Moments are milliseconds since 1970 (UTC); days are dates in the organisation's zone, both ends included.

CREATE TABLE person (
    id            VARCHAR(64)  NOT NULL PRIMARY KEY,
    name          VARCHAR(200) NOT NULL,
    title         VARCHAR(200)
);

CREATE TABLE unit (
    id             VARCHAR(64)  NOT NULL PRIMARY KEY,
    parent_id      VARCHAR(64),
    level          INTEGER      NOT NULL,
    name_fi        VARCHAR(200) NOT NULL,
    name_sv        VARCHAR(200) NOT NULL,
    name_en        VARCHAR(200) NOT NULL,
    responsible_id VARCHAR(64),
    valid_until    DATE,
    CONSTRAINT unit_parent FOREIGN KEY (parent_id) REFERENCES unit (id),
    CONSTRAINT unit_responsible FOREIGN KEY (responsible_id) REFERENCES person (id)
);

-- A role in a unit and all below it.
CREATE TABLE role_grant (
    person_id   VARCHAR(64) NOT NULL,
    role        VARCHAR(20) NOT NULL,
    unit_id     VARCHAR(64) NOT NULL,
    valid_from  DATE        NOT NULL,
    valid_until DATE,
    CONSTRAINT role_grant_key PRIMARY KEY (person_id, role, unit_id, valid_from),
    CONSTRAINT role_grant_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT role_grant_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
);

CREATE TABLE substitution (
    away_id       VARCHAR(64) NOT NULL,
    substitute_id VARCHAR(64) NOT NULL,
    valid_from    DATE        NOT NULL,
    valid_until   DATE        NOT NULL,
    CONSTRAINT substitution_key PRIMARY KEY (away_id, substitute_id, valid_from),
    CONSTRAINT substitution_away FOREIGN KEY (away_id) REFERENCES person (id),
    CONSTRAINT substitution_substitute FOREIGN KEY (substitute_id) REFERENCES person (id)
);

-- Grows with every change of the four tables above, so that what is kept of them in memory is known to be old.
CREATE TABLE organisation_version (
    version BIGINT NOT NULL
);
INSERT INTO organisation_version (version) VALUES (1);

-- The scope a person was last found to have; the version grows when it is found to be another.
CREATE TABLE scope_version (
    person_id   VARCHAR(64) NOT NULL PRIMARY KEY,
    version     BIGINT      NOT NULL,
    fingerprint VARCHAR(64) NOT NULL
);

CREATE TABLE account (
    person_id     VARCHAR(64)  NOT NULL PRIMARY KEY,
    user_name     VARCHAR(100) NOT NULL,
    password_hash VARCHAR(300) NOT NULL,
    CONSTRAINT account_user_name UNIQUE (user_name),
    CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE device (
    id            VARCHAR(64)  NOT NULL PRIMARY KEY,
    name          VARCHAR(200) NOT NULL,
    registered_at BIGINT       NOT NULL
);

-- A session is one sign-in on one device and lives on while its tokens rotate. Tokens are kept as hashes only.
-- "used" is the refresh token the device was last seen to hold; "offered" is the one given for it, which takes its place
-- when it is first shown: the answer that brought it may have been lost on the way.
CREATE TABLE session (
    id             VARCHAR(64) NOT NULL PRIMARY KEY,
    device_id      VARCHAR(64) NOT NULL,
    person_id      VARCHAR(64) NOT NULL,
    used_hash      VARCHAR(64) NOT NULL,
    offered_hash   VARCHAR(64),
    refresh_until  BIGINT      NOT NULL,
    CONSTRAINT session_device FOREIGN KEY (device_id) REFERENCES device (id),
    CONSTRAINT session_person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX session_by_device ON session (device_id);
CREATE INDEX session_by_person ON session (person_id);

CREATE TABLE access_token (
    hash        VARCHAR(64) NOT NULL PRIMARY KEY,
    session_id  VARCHAR(64) NOT NULL,
    valid_until BIGINT      NOT NULL,
    CONSTRAINT access_token_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
);
CREATE INDEX access_token_by_session ON access_token (session_id);
