-- readers: A reader, under a token.
CREATE TABLE IF NOT EXISTS library.readers (
    reader_id uuid NOT NULL,
    branch_id bigint NOT NULL,
    joined_on date NOT NULL,
    age text NOT NULL,
    first_loan_on date,
    PRIMARY KEY (reader_id),
    FOREIGN KEY (branch_id) REFERENCES library.branches (branch_id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX IF NOT EXISTS readers_branch_id ON library.readers (branch_id);
COMMENT ON TABLE library.readers IS 'A reader, under a token.';
COMMENT ON COLUMN library.readers.reader_id IS 'Token of the reader, the same in all tables.';
COMMENT ON COLUMN library.readers.branch_id IS 'The branch where the card was made.';
COMMENT ON COLUMN library.readers.joined_on IS 'Day the card was made.';
COMMENT ON COLUMN library.readers.age IS 'Age reached this year.';
COMMENT ON COLUMN library.readers.first_loan_on IS 'Day of the first loan.';
