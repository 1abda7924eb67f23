-- vsme: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.vsme
WHERE vsme.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.vsme
SELECT * FROM impact_internal.vsme_previous;

DELETE FROM impact_internal.vsme_previous;
