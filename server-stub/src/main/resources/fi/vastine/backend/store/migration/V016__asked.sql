-- Cases whose customer was asked by a form: they are counted for campaigns, in the unit where the case is.
CREATE TABLE asked_case (
    case_id  UUID         NOT NULL PRIMARY KEY,
    form_id  VARCHAR(200) NOT NULL,
    given_on DATE         NOT NULL
);
CREATE INDEX asked_case_by_form ON asked_case (form_id, given_on);
