-- readers: rows that are gone or changed leave, and are kept for a rollback; new ones come, the others are not touched.
CREATE TABLE IF NOT EXISTS library_internal.readers_previous (LIKE library.readers);

DELETE FROM library_internal.readers_previous;

WITH replaced AS (
    DELETE FROM library.readers AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.readers AS staged
        WHERE staged.reader_id = published.reader_id
            AND (staged.branch_id, staged.joined_on, staged.age, staged.first_loan_on)
                IS NOT DISTINCT FROM (published.branch_id, published.joined_on, published.age, published.first_loan_on)
    )
    RETURNING published.*
)
INSERT INTO library_internal.readers_previous
SELECT * FROM replaced;

INSERT INTO library.readers (
    reader_id,
    branch_id,
    joined_on,
    age,
    first_loan_on
)
SELECT
    staged.reader_id,
    staged.branch_id,
    staged.joined_on,
    staged.age,
    staged.first_loan_on
FROM library_internal.readers AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.readers AS published
    WHERE published.reader_id = staged.reader_id
)
ORDER BY staged.reader_id;
