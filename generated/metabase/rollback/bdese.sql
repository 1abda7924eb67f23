-- bdese: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.bdese
WHERE bdese.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.bdese
SELECT * FROM impact_internal.bdese_previous;

DELETE FROM impact_internal.bdese_previous;
