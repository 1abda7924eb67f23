-- entreprises_actives: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact_internal.entreprises_actives_figures
WHERE entreprises_actives_figures.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact_internal.entreprises_actives_figures
SELECT * FROM impact_internal.entreprises_actives_figures_previous;

DELETE FROM impact_internal.entreprises_actives_figures_previous;
