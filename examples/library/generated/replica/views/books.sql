-- books: A book that the network lends. For a DBA to install in production.
CREATE SCHEMA IF NOT EXISTS library_views;

CREATE OR REPLACE VIEW library_views.books WITH (security_barrier) AS
SELECT
    book.id::bigint AS book_id,
    book.title,
    book.subject,
    book.copies::bigint AS copies,
    coalesce(borrowings.times_borrowed, 0) AS times_borrowed,
    coalesce(borrowings.copies_out, 0) AS copies_out
FROM book
LEFT JOIN (
    SELECT
        loan.book_id,
        count(*) AS times_borrowed,
        count(*) FILTER (WHERE loan.returned_at IS NULL) AS copies_out
    FROM loan
    GROUP BY loan.book_id
) AS borrowings ON borrowings.book_id = book.id;
