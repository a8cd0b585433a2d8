-- Who may do what, where and when; and the organisation it refers to.
-- Moments are milliseconds since 1970 (UTC), days are dates in the county's zone, both ends included.

CREATE TABLE unit (
    id          VARCHAR(64)  NOT NULL PRIMARY KEY,
    parent_id   VARCHAR(64),
    level       INTEGER      NOT NULL,
    name_fi     VARCHAR(200) NOT NULL,
    name_sv     VARCHAR(200) NOT NULL,
    name_en     VARCHAR(200) NOT NULL,
    valid_from  DATE         NOT NULL,
    valid_until DATE,
    CONSTRAINT unit_parent FOREIGN KEY (parent_id) REFERENCES unit (id)
);

CREATE TABLE person (
    id            VARCHAR(64)  NOT NULL PRIMARY KEY,
    sign_in_name  VARCHAR(200) NOT NULL,
    name          VARCHAR(200) NOT NULL,
    title         VARCHAR(200) NOT NULL,
    password_hash VARCHAR(300),
    active        BOOLEAN      NOT NULL,
    CONSTRAINT person_sign_in_name UNIQUE (sign_in_name)
);

-- A grant without a unit holds for the whole county.
CREATE TABLE role_grant (
    id          VARCHAR(64) NOT NULL PRIMARY KEY,
    person_id   VARCHAR(64) NOT NULL,
    role        VARCHAR(20) NOT NULL,
    unit_id     VARCHAR(64),
    branch      BOOLEAN     NOT NULL,
    valid_from  DATE        NOT NULL,
    valid_until DATE,
    CONSTRAINT role_grant_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT role_grant_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE INDEX role_grant_by_person ON role_grant (person_id);
CREATE INDEX role_grant_by_unit ON role_grant (unit_id);

CREATE TABLE substitution (
    id            VARCHAR(64) NOT NULL PRIMARY KEY,
    person_id     VARCHAR(64) NOT NULL,
    substitute_id VARCHAR(64) NOT NULL,
    valid_from    DATE        NOT NULL,
    valid_until   DATE        NOT NULL,
    CONSTRAINT substitution_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT substitution_substitute FOREIGN KEY (substitute_id) REFERENCES person (id)
);
CREATE INDEX substitution_by_person ON substitution (person_id);
CREATE INDEX substitution_by_substitute ON substitution (substitute_id);

CREATE TABLE device (
    id            VARCHAR(64)  NOT NULL PRIMARY KEY,
    person_id     VARCHAR(64)  NOT NULL,
    name          VARCHAR(200) NOT NULL,
    registered_at BIGINT       NOT NULL,
    CONSTRAINT device_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- A session is one sign-in on one device and lives on as its refresh tokens rotate. Tokens are kept as hashes only:
-- "current" is the newest, "previous" the one it replaced, still good until the newest is first used.
CREATE TABLE session (
    id                 VARCHAR(64) NOT NULL PRIMARY KEY,
    device_id          VARCHAR(64) NOT NULL,
    person_id          VARCHAR(64) NOT NULL,
    access_hash        VARCHAR(64) NOT NULL,
    access_until       BIGINT      NOT NULL,
    refresh_hash       VARCHAR(64) NOT NULL,
    previous_hash      VARCHAR(64),
    refresh_until      BIGINT      NOT NULL,
    ended_at           BIGINT,
    CONSTRAINT session_device FOREIGN KEY (device_id) REFERENCES device (id),
    CONSTRAINT session_person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX session_by_access ON session (access_hash);
CREATE INDEX session_by_device ON session (device_id);
CREATE INDEX session_by_person ON session (person_id);
