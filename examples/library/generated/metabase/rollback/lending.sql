-- lending: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.lending
WHERE lending.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.lending
SELECT * FROM library_internal.lending_previous;

DELETE FROM library_internal.lending_previous;
