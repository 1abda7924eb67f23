-- branches: rows that are gone or changed leave, and are kept for a rollback; new ones come, the others are not touched.
CREATE TABLE IF NOT EXISTS library_internal.branches_previous (LIKE library.branches);

DELETE FROM library_internal.branches_previous;

WITH replaced AS (
    DELETE FROM library.branches AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.branches AS staged
        WHERE staged.branch_id = published.branch_id
            AND (staged.name, staged.commune, staged.opened_on, staged.readers)
                IS NOT DISTINCT FROM (published.name, published.commune, published.opened_on, published.readers)
    )
    RETURNING published.*
)
INSERT INTO library_internal.branches_previous
SELECT * FROM replaced;

INSERT INTO library.branches (
    branch_id,
    name,
    commune,
    opened_on,
    readers
)
SELECT
    staged.branch_id,
    staged.name,
    staged.commune,
    staged.opened_on,
    staged.readers
FROM library_internal.branches AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.branches AS published
    WHERE published.branch_id = staged.branch_id
)
ORDER BY staged.branch_id;
