-- etat: Nombre d'entreprises. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.etat_previous (LIKE impact.etat);

DELETE FROM impact_internal.etat_previous;

CREATE UNLOGGED TABLE impact_internal.etat AS
WITH cells AS (
    SELECT
        coalesce(societes.effectif, 0) AS taille,
        count(*) FILTER (WHERE societes.effectif IS NOT NULL) AS part_connue,
        count(*) AS part_connue_count
    FROM impact.societes
    GROUP BY 1
)
SELECT
    date_trunc('month', current_setting('impact.today')::date)::date AS date,
    cells.taille,
    round(cells.part_connue::numeric / nullif(cells.part_connue_count, 0), 4) AS part_connue,
    cells.part_connue::bigint AS part_connue_numerateur,
    cells.part_connue_count::bigint AS part_connue_denominateur
FROM cells;

WITH replaced AS (
    DELETE FROM impact.etat AS published
    WHERE published.date = date_trunc('month', current_setting('impact.today')::date)::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.etat AS staged
            WHERE staged.date = published.date
                AND staged.taille = published.taille
                AND (staged.part_connue, staged.part_connue_numerateur, staged.part_connue_denominateur)
                    IS NOT DISTINCT FROM (
                        published.part_connue,
                        published.part_connue_numerateur,
                        published.part_connue_denominateur
                    )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.etat_previous
SELECT * FROM replaced;

INSERT INTO impact.etat (
    date,
    taille,
    part_connue,
    part_connue_numerateur,
    part_connue_denominateur
)
SELECT
    staged.date,
    staged.taille,
    staged.part_connue,
    staged.part_connue_numerateur,
    staged.part_connue_denominateur
FROM impact_internal.etat AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.etat AS published
    WHERE published.date = staged.date
        AND published.taille = staged.taille
        AND (published.part_connue, published.part_connue_numerateur, published.part_connue_denominateur)
            IS NOT DISTINCT FROM (staged.part_connue, staged.part_connue_numerateur, staged.part_connue_denominateur)
)
ORDER BY staged.date, staged.taille;

DROP TABLE impact_internal.etat;

-- etat: Nombre d'entreprises.
CREATE TABLE IF NOT EXISTS impact.etat (
    date date NOT NULL,
    taille bigint NOT NULL,
    part_connue numeric,
    part_connue_numerateur bigint,
    part_connue_denominateur bigint,
    PRIMARY KEY (date, taille)
);

ALTER TABLE impact.etat ADD COLUMN IF NOT EXISTS part_connue numeric;
ALTER TABLE impact.etat ADD COLUMN IF NOT EXISTS part_connue_numerateur bigint;
ALTER TABLE impact.etat ADD COLUMN IF NOT EXISTS part_connue_denominateur bigint;
COMMENT ON TABLE impact.etat IS 'Nombre d''entreprises.';
COMMENT ON COLUMN impact.etat.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.etat.taille IS 'Obsolète jusqu''au 2027-03-01 : ne plus lire. Taille.';
COMMENT ON COLUMN impact.etat.part_connue IS 'Obsolète jusqu''au 2027-03-01 : ne plus lire. Part.';
COMMENT ON COLUMN impact.etat.part_connue_numerateur IS 'Obsolète jusqu''au 2027-03-01 : ne plus lire. Numérateur de « part_connue ».';
COMMENT ON COLUMN impact.etat.part_connue_denominateur IS 'Obsolète jusqu''au 2027-03-01 : ne plus lire. Dénominateur de « part_connue ».';

-- societes: Obsolète jusqu'au 2027-03-01 : utiliser inscrites. Entreprises.
CREATE TABLE IF NOT EXISTS impact.societes (
    numero bigint NOT NULL,
    effectif bigint,
    taille bigint,
    PRIMARY KEY (numero)
);

COMMENT ON TABLE impact.societes IS 'Obsolète jusqu''au 2027-03-01 : utiliser inscrites. Entreprises.';
COMMENT ON COLUMN impact.societes.numero IS 'Numéro.';
COMMENT ON COLUMN impact.societes.effectif IS 'Nombre de salariés.';
COMMENT ON COLUMN impact.societes.taille IS 'Obsolète jusqu''au 2027-03-01 : utiliser effectif. Nombre de salariés.';

-- synchronisation: Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation.
CREATE TABLE IF NOT EXISTS impact.synchronisation (
    table_publiee text NOT NULL,
    synchronisee_le timestamp with time zone NOT NULL,
    donnees_du timestamp with time zone,
    lignes bigint,
    a_change boolean NOT NULL,
    retablie_le timestamp with time zone,
    PRIMARY KEY (table_publiee)
);

COMMENT ON TABLE impact.synchronisation IS 'Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation.';
COMMENT ON COLUMN impact.synchronisation.table_publiee IS 'Modèle ou indicateur publié.';
COMMENT ON COLUMN impact.synchronisation.synchronisee_le IS 'Fin de la dernière synchronisation de la table.';
COMMENT ON COLUMN impact.synchronisation.donnees_du IS 'Moment de la production dont les données sont l''image.';
COMMENT ON COLUMN impact.synchronisation.lignes IS 'Nombre de lignes publiées ; vide pour ce qui est calculé à la lecture.';
COMMENT ON COLUMN impact.synchronisation.a_change IS 'La dernière synchronisation y a changé quelque chose.';
COMMENT ON COLUMN impact.synchronisation.retablie_le IS 'Moment où une synchronisation plus récente a été annulée et ces données rétablies ; vide sinon.';

-- societes: Obsolète jusqu'au 2027-03-01 : utiliser inscrites. Entreprises.
SELECT
    entreprise.id::bigint AS numero,
    entreprise.effectif::bigint AS effectif,
    entreprise.effectif::bigint AS taille
FROM entreprises_entreprise AS entreprise;
