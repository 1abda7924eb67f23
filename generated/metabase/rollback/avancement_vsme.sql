-- avancement_vsme: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact_internal.avancement_vsme_figures
WHERE avancement_vsme_figures.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact_internal.avancement_vsme_figures
SELECT * FROM impact_internal.avancement_vsme_figures_previous;

DELETE FROM impact_internal.avancement_vsme_figures_previous;
