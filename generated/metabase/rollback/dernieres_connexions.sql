-- dernieres_connexions: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact_internal.dernieres_connexions_figures
WHERE dernieres_connexions_figures.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact_internal.dernieres_connexions_figures
SELECT * FROM impact_internal.dernieres_connexions_figures_previous;

DELETE FROM impact_internal.dernieres_connexions_figures_previous;
