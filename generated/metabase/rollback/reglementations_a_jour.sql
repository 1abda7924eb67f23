-- reglementations_a_jour: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact_internal.reglementations_a_jour_figures
WHERE reglementations_a_jour_figures.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact_internal.reglementations_a_jour_figures
SELECT * FROM impact_internal.reglementations_a_jour_figures_previous;

DELETE FROM impact_internal.reglementations_a_jour_figures_previous;
