-- entreprises_actives: Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée.
CREATE TABLE IF NOT EXISTS impact_internal.entreprises_actives_states (
    revision bigint NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    atom integer NOT NULL,
    taille text,
    units bigint NOT NULL,
    rows bigint NOT NULL,
    rows_max bigint NOT NULL,
    as_of date NOT NULL,
    PRIMARY KEY (row_key, column_key, atom, revision)
);

CREATE TABLE IF NOT EXISTS impact_internal.entreprises_actives_figures (
    date date NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    taille text,
    inscrites bigint,
    actives bigint,
    rapport_publie bigint,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (date, row_key, column_key)
);

ALTER TABLE impact_internal.entreprises_actives_figures ADD COLUMN IF NOT EXISTS inscrites bigint;
ALTER TABLE impact_internal.entreprises_actives_figures ADD COLUMN IF NOT EXISTS actives bigint;
ALTER TABLE impact_internal.entreprises_actives_figures ADD COLUMN IF NOT EXISTS rapport_publie bigint;

DROP VIEW IF EXISTS impact.entreprises_actives;

CREATE VIEW impact.entreprises_actives AS
SELECT
    cells.date,
    cells.taille,
    cells.inscrites::bigint AS inscrites,
    cells.actives::bigint AS actives,
    round(cells.actives::numeric / nullif(cells.inscrites, 0), 4) AS part_actives,
    round(cells.rapport_publie::numeric / nullif(cells.inscrites, 0), 4) AS rapport_publie,
    cells.rapport_publie::bigint AS rapport_publie_numerateur,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT
        figures.date,
        figures.taille,
        figures.inscrites,
        figures.actives,
        figures.rapport_publie,
        figures.raison,
        figures.arretee_au
    FROM impact_internal.entreprises_actives_figures AS figures
    WHERE figures.row_key <> ''
        AND figures.column_key <> ''
) AS cells;

COMMENT ON VIEW impact.entreprises_actives IS 'Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée.';
COMMENT ON COLUMN impact.entreprises_actives.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.entreprises_actives.taille IS 'Taille, d''après l''effectif déclaré.';
COMMENT ON COLUMN impact.entreprises_actives.inscrites IS 'Entreprises inscrites.';
COMMENT ON COLUMN impact.entreprises_actives.actives IS 'Entreprises dont un utilisateur s''est connecté ce mois-ci ou les deux mois d''avant.';
COMMENT ON COLUMN impact.entreprises_actives.part_actives IS 'Part des entreprises actives.';
COMMENT ON COLUMN impact.entreprises_actives.rapport_publie IS 'Part des entreprises qui ont publié un rapport de durabilité.';
COMMENT ON COLUMN impact.entreprises_actives.rapport_publie_numerateur IS 'Numérateur de « rapport_publie ».';
COMMENT ON COLUMN impact.entreprises_actives.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.entreprises_actives.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';

DROP VIEW IF EXISTS impact.entreprises_actives_total;

CREATE VIEW impact.entreprises_actives_total AS
SELECT
    cells.date,
    cells.inscrites::bigint AS inscrites,
    cells.actives::bigint AS actives,
    round(cells.actives::numeric / nullif(cells.inscrites, 0), 4) AS part_actives,
    round(cells.rapport_publie::numeric / nullif(cells.inscrites, 0), 4) AS rapport_publie,
    cells.rapport_publie::bigint AS rapport_publie_numerateur,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT
        figures.date,
        figures.inscrites,
        figures.actives,
        figures.rapport_publie,
        figures.raison,
        figures.arretee_au
    FROM impact_internal.entreprises_actives_figures AS figures
    WHERE figures.row_key = ''
        AND figures.column_key = ''
) AS cells;

COMMENT ON VIEW impact.entreprises_actives_total IS 'Au total. Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée.';
COMMENT ON COLUMN impact.entreprises_actives_total.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.entreprises_actives_total.inscrites IS 'Entreprises inscrites.';
COMMENT ON COLUMN impact.entreprises_actives_total.actives IS 'Entreprises dont un utilisateur s''est connecté ce mois-ci ou les deux mois d''avant.';
COMMENT ON COLUMN impact.entreprises_actives_total.part_actives IS 'Part des entreprises actives.';
COMMENT ON COLUMN impact.entreprises_actives_total.rapport_publie IS 'Part des entreprises qui ont publié un rapport de durabilité.';
COMMENT ON COLUMN impact.entreprises_actives_total.rapport_publie_numerateur IS 'Numérateur de « rapport_publie ».';
COMMENT ON COLUMN impact.entreprises_actives_total.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.entreprises_actives_total.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';
