-- loans: A loan, without who borrowed and without the title. For a DBA to install in production.
CREATE SCHEMA IF NOT EXISTS library_views;

CREATE OR REPLACE VIEW library_views.loans WITH (security_barrier) AS
SELECT
    loan.id::bigint AS loan_id,
    loan.branch_id::bigint AS branch_id,
    book.subject,
    date_trunc('month', loan.borrowed_at AT TIME ZONE 'Europe/Paris')::date AS borrowed_in,
    CASE
        WHEN loan.returned_at IS NULL
            THEN CASE
                WHEN coalesce(
                        (loan.returned_at AT TIME ZONE 'Europe/Paris')::date,
                        current_setting('impact.today')::date
                    ) > loan.due_on
                THEN 'overdue'
                ELSE 'out'
            END
        ELSE 'back'
    END AS state,
    coalesce((loan.returned_at AT TIME ZONE 'Europe/Paris')::date, current_setting('impact.today')::date)
        > loan.due_on AS late
FROM loan
JOIN book ON book.id = loan.book_id;
