-- books_out: Books that are out, as they were on each day. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS library_internal.books_out_previous (LIKE library.books_out);

DELETE FROM library_internal.books_out_previous;

CREATE UNLOGGED TABLE library_internal.books_out AS
SELECT
    current_setting('impact.today')::date AS date,
    count(*) FILTER (WHERE loans.state <> 'back') AS "out",
    count(*) FILTER (WHERE loans.state = 'overdue') AS overdue
FROM library.loans;

WITH replaced AS (
    DELETE FROM library.books_out AS published
    WHERE published.date = current_setting('impact.today')::date
        AND NOT EXISTS (
            SELECT 1
            FROM library_internal.books_out AS staged
            WHERE staged.date = published.date
                AND (staged."out", staged.overdue) IS NOT DISTINCT FROM (published."out", published.overdue)
        )
    RETURNING published.*
)
INSERT INTO library_internal.books_out_previous
SELECT * FROM replaced;

INSERT INTO library.books_out (
    date,
    "out",
    overdue
)
SELECT
    staged.date,
    staged."out",
    staged.overdue
FROM library_internal.books_out AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.books_out AS published
    WHERE published.date = staged.date
        AND (published."out", published.overdue) IS NOT DISTINCT FROM (staged."out", staged.overdue)
)
ORDER BY staged.date;

DROP TABLE library_internal.books_out;
