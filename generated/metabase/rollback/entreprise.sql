-- entreprise: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.entreprise
WHERE entreprise.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.entreprise
SELECT * FROM impact_internal.entreprise_previous;

DELETE FROM impact_internal.entreprise_previous;
