-- branches: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.branches
WHERE branches.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.branches
SELECT * FROM library_internal.branches_previous;

DELETE FROM library_internal.branches_previous;
