-- dernieres_connexions: Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué.
CREATE TABLE IF NOT EXISTS impact_internal.dernieres_connexions_states (
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

CREATE TABLE IF NOT EXISTS impact_internal.dernieres_connexions_figures (
    row_key text NOT NULL,
    column_key text NOT NULL,
    mois date,
    utilisateurs bigint,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (row_key, column_key)
);

DROP VIEW IF EXISTS impact.dernieres_connexions;

CREATE VIEW impact.dernieres_connexions AS
WITH cells AS (
    SELECT figures.mois, figures.utilisateurs, figures.raison, figures.arretee_au
    FROM impact_internal.dernieres_connexions_figures AS figures
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
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.utilisateurs END::bigint AS utilisateurs,
    cells.raison,
    cells.arretee_au
FROM periods
LEFT JOIN cells ON cells.mois = periods.mois;

COMMENT ON VIEW impact.dernieres_connexions IS 'Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué.';
COMMENT ON COLUMN impact.dernieres_connexions.mois IS 'Mois de la dernière connexion.';
COMMENT ON COLUMN impact.dernieres_connexions.utilisateurs IS 'Utilisateurs qui se sont connectés pour la dernière fois ce mois-là.';
COMMENT ON COLUMN impact.dernieres_connexions.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.dernieres_connexions.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';
