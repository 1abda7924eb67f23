-- reader_profiles: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library.reader_profiles
WHERE reader_profiles.xmin = current_setting('impact.publication')::xid;

INSERT INTO library.reader_profiles
SELECT * FROM library_internal.reader_profiles_previous;

DELETE FROM library_internal.reader_profiles_previous;
