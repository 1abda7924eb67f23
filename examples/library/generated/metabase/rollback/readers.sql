-- readers: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.readers
WHERE readers.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.readers
SELECT * FROM library_internal.readers_previous;

DELETE FROM library_internal.readers_previous;
