-- csrd: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.csrd
WHERE csrd.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.csrd
SELECT * FROM impact_internal.csrd_previous;

DELETE FROM impact_internal.csrd_previous;
