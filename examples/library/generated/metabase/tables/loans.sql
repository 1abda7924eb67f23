-- loans: A loan, without who borrowed and without the title.
CREATE TABLE IF NOT EXISTS library.loans (
    loan_id bigint NOT NULL,
    branch_id bigint NOT NULL,
    subject text NOT NULL,
    borrowed_in date NOT NULL,
    state text NOT NULL,
    late boolean NOT NULL,
    PRIMARY KEY (loan_id),
    FOREIGN KEY (branch_id) REFERENCES library.branches (branch_id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX IF NOT EXISTS loans_branch_id ON library.loans (branch_id);
COMMENT ON TABLE library.loans IS 'A loan, without who borrowed and without the title.';
COMMENT ON COLUMN library.loans.loan_id IS 'Number of the loan.';
COMMENT ON COLUMN library.loans.branch_id IS 'The branch that lent the book.';
COMMENT ON COLUMN library.loans.subject IS 'Subject of the book.';
COMMENT ON COLUMN library.loans.borrowed_in IS 'Month in which the book left.';
COMMENT ON COLUMN library.loans.state IS 'Where the book is.';
COMMENT ON COLUMN library.loans.late IS 'Kept longer than agreed.';
