-- loans: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE library_internal.loans (
    loan_id bigint,
    branch_id bigint,
    subject text,
    borrowed_in date,
    state text,
    late boolean
);
