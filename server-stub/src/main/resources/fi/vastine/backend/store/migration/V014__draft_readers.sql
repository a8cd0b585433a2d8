-- Who reads the drafts of a person who is away, as the feed was last told.
CREATE TABLE draft_reader (
    author_id VARCHAR(64) NOT NULL PRIMARY KEY,
    reader_id VARCHAR(64) NOT NULL
);
