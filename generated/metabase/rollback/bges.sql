-- bges: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.bges
WHERE bges.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.bges
SELECT * FROM impact_internal.bges_previous;

DELETE FROM impact_internal.bges_previous;
