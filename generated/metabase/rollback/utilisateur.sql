-- utilisateur: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.utilisateur
WHERE utilisateur.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.utilisateur
SELECT * FROM impact_internal.utilisateur_previous;

DELETE FROM impact_internal.utilisateur_previous;
