-- new_readers: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM library_internal.new_readers_figures
WHERE new_readers_figures.xmin = current_setting('impact.publication')::xid;

INSERT INTO library_internal.new_readers_figures
SELECT * FROM library_internal.new_readers_figures_previous;

DELETE FROM library_internal.new_readers_figures_previous;
