-- Pages of papers that were typed in, as pictures in base64. hash: of the file that a page came in; bytes: its size, at its first page.
CREATE TABLE scanned_page (
    case_id UUID        NOT NULL,
    page    INTEGER     NOT NULL,
    hash    VARCHAR(64) NOT NULL,
    bytes   INTEGER     NOT NULL,
    picture TEXT        NOT NULL,
    CONSTRAINT scanned_page_key PRIMARY KEY (case_id, page)
);
