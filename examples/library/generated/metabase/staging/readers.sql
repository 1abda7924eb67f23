-- readers: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE library_internal.readers (
    reader_id uuid,
    branch_id bigint,
    joined_on date,
    age text,
    first_loan_on date
);
