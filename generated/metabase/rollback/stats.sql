-- stats: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.stats
WHERE stats.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.stats
SELECT * FROM impact_internal.stats_previous;

DELETE FROM impact_internal.stats_previous;
