-- books_out: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.books_out
WHERE books_out.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.books_out
SELECT * FROM library_internal.books_out_previous;

DELETE FROM library_internal.books_out_previous;
