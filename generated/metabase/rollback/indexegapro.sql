-- indexegapro: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.indexegapro
WHERE indexegapro.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.indexegapro
SELECT * FROM impact_internal.indexegapro_previous;

DELETE FROM impact_internal.indexegapro_previous;
