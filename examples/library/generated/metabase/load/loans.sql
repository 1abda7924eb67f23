-- loans: rows that are gone or changed leave, and are kept for a rollback; new ones come, the others are not touched.
CREATE TABLE IF NOT EXISTS library_internal.loans_previous (LIKE library.loans);

DELETE FROM library_internal.loans_previous;

WITH replaced AS (
    DELETE FROM library.loans AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.loans AS staged
        WHERE staged.loan_id = published.loan_id
            AND (staged.branch_id, staged.subject, staged.borrowed_in, staged.state, staged.late)
                IS NOT DISTINCT FROM (
                    published.branch_id,
                    published.subject,
                    published.borrowed_in,
                    published.state,
                    published.late
                )
    )
    RETURNING published.*
)
INSERT INTO library_internal.loans_previous
SELECT * FROM replaced;

INSERT INTO library.loans (
    loan_id,
    branch_id,
    subject,
    borrowed_in,
    state,
    late
)
SELECT
    staged.loan_id,
    staged.branch_id,
    staged.subject,
    staged.borrowed_in,
    staged.state,
    staged.late
FROM library_internal.loans AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.loans AS published
    WHERE published.loan_id = staged.loan_id
)
ORDER BY staged.loan_id;
