-- reglementations_a_jour: Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée.
CREATE TABLE IF NOT EXISTS impact_internal.reglementations_a_jour_states (
    revision bigint NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    atom integer NOT NULL,
    reglementation text,
    units bigint NOT NULL,
    rows bigint NOT NULL,
    rows_max bigint NOT NULL,
    as_of date NOT NULL,
    PRIMARY KEY (row_key, column_key, atom, revision)
);

CREATE TABLE IF NOT EXISTS impact_internal.reglementations_a_jour_figures (
    date date NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    reglementation text,
    part_a_jour bigint,
    part_a_jour_count bigint,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (date, row_key, column_key)
);

ALTER TABLE impact_internal.reglementations_a_jour_figures ADD COLUMN IF NOT EXISTS part_a_jour bigint;
ALTER TABLE impact_internal.reglementations_a_jour_figures ADD COLUMN IF NOT EXISTS part_a_jour_count bigint;

DROP VIEW IF EXISTS impact.reglementations_a_jour;

CREATE VIEW impact.reglementations_a_jour AS
SELECT
    cells.date,
    cells.reglementation,
    round(cells.part_a_jour::numeric / nullif(cells.part_a_jour_count, 0), 4) AS part_a_jour,
    cells.part_a_jour::bigint AS part_a_jour_numerateur,
    cells.part_a_jour_count::bigint AS part_a_jour_denominateur,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT
        figures.date,
        figures.reglementation,
        figures.part_a_jour,
        figures.part_a_jour_count,
        figures.raison,
        figures.arretee_au
    FROM impact_internal.reglementations_a_jour_figures AS figures
    WHERE figures.row_key <> ''
        AND figures.column_key <> ''
) AS cells;

COMMENT ON VIEW impact.reglementations_a_jour IS 'Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée.';
COMMENT ON COLUMN impact.reglementations_a_jour.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.reglementations_a_jour.reglementation IS 'Réglementation concernée.';
COMMENT ON COLUMN impact.reglementations_a_jour.part_a_jour IS 'Part des réglementations à jour parmi celles dont le statut est connu.';
COMMENT ON COLUMN impact.reglementations_a_jour.part_a_jour_numerateur IS 'Numérateur de « part_a_jour ».';
COMMENT ON COLUMN impact.reglementations_a_jour.part_a_jour_denominateur IS 'Dénominateur de « part_a_jour ».';
COMMENT ON COLUMN impact.reglementations_a_jour.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.reglementations_a_jour.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';

DROP VIEW IF EXISTS impact.reglementations_a_jour_total;

CREATE VIEW impact.reglementations_a_jour_total AS
SELECT
    cells.date,
    round(cells.part_a_jour::numeric / nullif(cells.part_a_jour_count, 0), 4) AS part_a_jour,
    cells.part_a_jour::bigint AS part_a_jour_numerateur,
    cells.part_a_jour_count::bigint AS part_a_jour_denominateur,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT figures.date, figures.part_a_jour, figures.part_a_jour_count, figures.raison, figures.arretee_au
    FROM impact_internal.reglementations_a_jour_figures AS figures
    WHERE figures.row_key = ''
        AND figures.column_key = ''
) AS cells;

COMMENT ON VIEW impact.reglementations_a_jour_total IS 'Au total. Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée.';
COMMENT ON COLUMN impact.reglementations_a_jour_total.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.reglementations_a_jour_total.part_a_jour IS 'Part des réglementations à jour parmi celles dont le statut est connu.';
COMMENT ON COLUMN impact.reglementations_a_jour_total.part_a_jour_numerateur IS 'Numérateur de « part_a_jour ».';
COMMENT ON COLUMN impact.reglementations_a_jour_total.part_a_jour_denominateur IS 'Dénominateur de « part_a_jour ».';
COMMENT ON COLUMN impact.reglementations_a_jour_total.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.reglementations_a_jour_total.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';
