-- analyseia: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.analyseia
WHERE analyseia.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.analyseia
SELECT * FROM impact_internal.analyseia_previous;

DELETE FROM impact_internal.analyseia_previous;
