-- loans: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.loans
WHERE loans.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.loans
SELECT * FROM library_internal.loans_previous;

DELETE FROM library_internal.loans_previous;
