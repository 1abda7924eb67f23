-- habilitation: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.habilitation
WHERE habilitation.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.habilitation
SELECT * FROM impact_internal.habilitation_previous;

DELETE FROM impact_internal.habilitation_previous;
