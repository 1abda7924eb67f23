-- books: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.books
WHERE books.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.books
SELECT * FROM library_internal.books_previous;

DELETE FROM library_internal.books_previous;
