-- inscriptions: Entreprises inscrites chaque mois, et leur passage à la VSME ; un mois où moins de trois entreprises se distinguent est masqué.
CREATE TABLE IF NOT EXISTS impact_internal.inscriptions_states (
    revision bigint NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    atom integer NOT NULL,
    mois date,
    units bigint NOT NULL,
    rows bigint NOT NULL,
    rows_max bigint NOT NULL,
    as_of date NOT NULL,
    PRIMARY KEY (row_key, column_key, atom, revision)
);

CREATE TABLE IF NOT EXISTS impact_internal.inscriptions_figures (
    row_key text NOT NULL,
    column_key text NOT NULL,
    mois date,
    inscrites bigint,
    premiere_reponse_vsme bigint,
    premiere_reponse_vsme_count bigint,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (row_key, column_key)
);

DROP VIEW IF EXISTS impact.inscriptions;

CREATE VIEW impact.inscriptions AS
WITH cells AS (
    SELECT
        figures.mois,
        figures.inscrites,
        figures.premiere_reponse_vsme,
        figures.premiere_reponse_vsme_count,
        figures.raison,
        figures.arretee_au
    FROM impact_internal.inscriptions_figures AS figures
    WHERE figures.row_key <> ''
        AND figures.column_key <> ''
),
periods AS (
    SELECT
        generate_series(
            min(cells.mois)::timestamp,
            greatest(
                max(cells.mois),
                date_trunc(
                    'month',
                    (SELECT max(run.as_of) FROM impact_internal.run WHERE run.outcome = 'published')
                )::date
            )::timestamp,
            interval '1 month'
        )::date AS mois
    FROM cells
)
SELECT
    periods.mois,
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.inscrites END::bigint AS inscrites,
    round(
        CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.premiere_reponse_vsme END::numeric
            / nullif(CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.premiere_reponse_vsme_count END, 0),
        4
    ) AS premiere_reponse_vsme,
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.premiere_reponse_vsme END::bigint AS premiere_reponse_vsme_numerateur,
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.premiere_reponse_vsme_count END::bigint AS premiere_reponse_vsme_denominateur,
    cells.raison,
    cells.arretee_au
FROM periods
LEFT JOIN cells ON cells.mois = periods.mois;

COMMENT ON VIEW impact.inscriptions IS 'Entreprises inscrites chaque mois, et leur passage à la VSME ; un mois où moins de trois entreprises se distinguent est masqué.';
COMMENT ON COLUMN impact.inscriptions.mois IS 'Mois d''inscription.';
COMMENT ON COLUMN impact.inscriptions.inscrites IS 'Entreprises inscrites ce mois-là.';
COMMENT ON COLUMN impact.inscriptions.premiere_reponse_vsme IS 'Part des entreprises qui ont donné une première réponse VSME dans les 90 jours, parmi celles inscrites depuis au moins 90 jours.';
COMMENT ON COLUMN impact.inscriptions.premiere_reponse_vsme_numerateur IS 'Numérateur de « premiere_reponse_vsme ».';
COMMENT ON COLUMN impact.inscriptions.premiere_reponse_vsme_denominateur IS 'Dénominateur de « premiere_reponse_vsme ».';
COMMENT ON COLUMN impact.inscriptions.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.inscriptions.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';

DROP VIEW IF EXISTS impact.inscriptions_total;

CREATE VIEW impact.inscriptions_total AS
SELECT
    cells.inscrites::bigint AS inscrites,
    round(cells.premiere_reponse_vsme::numeric / nullif(cells.premiere_reponse_vsme_count, 0), 4) AS premiere_reponse_vsme,
    cells.premiere_reponse_vsme::bigint AS premiere_reponse_vsme_numerateur,
    cells.premiere_reponse_vsme_count::bigint AS premiere_reponse_vsme_denominateur,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT
        figures.inscrites,
        figures.premiere_reponse_vsme,
        figures.premiere_reponse_vsme_count,
        figures.raison,
        figures.arretee_au
    FROM impact_internal.inscriptions_figures AS figures
    WHERE figures.row_key = ''
        AND figures.column_key = ''
) AS cells;

COMMENT ON VIEW impact.inscriptions_total IS 'Au total. Entreprises inscrites chaque mois, et leur passage à la VSME ; un mois où moins de trois entreprises se distinguent est masqué.';
COMMENT ON COLUMN impact.inscriptions_total.inscrites IS 'Entreprises inscrites ce mois-là.';
COMMENT ON COLUMN impact.inscriptions_total.premiere_reponse_vsme IS 'Part des entreprises qui ont donné une première réponse VSME dans les 90 jours, parmi celles inscrites depuis au moins 90 jours.';
COMMENT ON COLUMN impact.inscriptions_total.premiere_reponse_vsme_numerateur IS 'Numérateur de « premiere_reponse_vsme ».';
COMMENT ON COLUMN impact.inscriptions_total.premiere_reponse_vsme_denominateur IS 'Dénominateur de « premiere_reponse_vsme ».';
COMMENT ON COLUMN impact.inscriptions_total.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.inscriptions_total.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';
