-- reader_profiles: rows that are gone or changed leave, and are kept for a rollback; new ones come, the others are not touched.
CREATE TABLE IF NOT EXISTS library_internal.reader_profiles_previous (LIKE library.reader_profiles);

DELETE FROM library_internal.reader_profiles_previous;

WITH replaced AS (
    DELETE FROM library.reader_profiles AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.reader_profiles AS staged
        WHERE staged.row_id = published.row_id
            AND (staged.age, staged.commune) IS NOT DISTINCT FROM (published.age, published.commune)
    )
    RETURNING published.*
)
INSERT INTO library_internal.reader_profiles_previous
SELECT * FROM replaced;

INSERT INTO library.reader_profiles (
    row_id,
    age,
    commune
)
SELECT
    staged.row_id,
    staged.age,
    staged.commune
FROM library_internal.reader_profiles AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.reader_profiles AS published
    WHERE published.row_id = staged.row_id
)
ORDER BY staged.row_id;
