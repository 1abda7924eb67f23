-- books: rows that are gone or changed leave, and are kept for a rollback; new ones come, the others are not touched.
CREATE TABLE IF NOT EXISTS library_internal.books_previous (LIKE library.books);

DELETE FROM library_internal.books_previous;

WITH replaced AS (
    DELETE FROM library.books AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.books AS staged
        WHERE staged.book_id = published.book_id
            AND (staged.title, staged.subject, staged.copies, staged.times_borrowed, staged.copies_out)
                IS NOT DISTINCT FROM (
                    published.title,
                    published.subject,
                    published.copies,
                    published.times_borrowed,
                    published.copies_out
                )
    )
    RETURNING published.*
)
INSERT INTO library_internal.books_previous
SELECT * FROM replaced;

INSERT INTO library.books (
    book_id,
    title,
    subject,
    copies,
    times_borrowed,
    copies_out
)
SELECT
    staged.book_id,
    staged.title,
    staged.subject,
    staged.copies,
    staged.times_borrowed,
    staged.copies_out
FROM library_internal.books AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.books AS published
    WHERE published.book_id = staged.book_id
)
ORDER BY staged.book_id;
