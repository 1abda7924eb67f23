-- inscriptions: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact_internal.inscriptions_figures
WHERE inscriptions_figures.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact_internal.inscriptions_figures
SELECT * FROM impact_internal.inscriptions_figures_previous;

DELETE FROM impact_internal.inscriptions_figures_previous;
