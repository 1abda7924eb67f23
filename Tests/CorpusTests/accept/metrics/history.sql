-- mois: Situation du mois. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.mois_previous (LIKE impact.mois);

DELETE FROM impact_internal.mois_previous;

CREATE UNLOGGED TABLE impact_internal.mois AS
SELECT
    date_trunc('month', current_setting('impact.today')::date)::date AS date,
    count(*) FILTER (WHERE rapports.statut IS NULL) AS sans_statut
FROM impact.rapports;

WITH replaced AS (
    DELETE FROM impact.mois AS published
    WHERE published.date = date_trunc('month', current_setting('impact.today')::date)::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.mois AS staged
            WHERE staged.date = published.date
                AND staged.sans_statut IS NOT DISTINCT FROM published.sans_statut
        )
    RETURNING published.*
)
INSERT INTO impact_internal.mois_previous
SELECT * FROM replaced;

INSERT INTO impact.mois (
    date,
    sans_statut
)
SELECT
    staged.date,
    staged.sans_statut
FROM impact_internal.mois AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.mois AS published
    WHERE published.date = staged.date
        AND published.sans_statut IS NOT DISTINCT FROM staged.sans_statut
)
ORDER BY staged.date;

DROP TABLE impact_internal.mois;

-- semaine: Situation de la semaine, d'un seul modèle. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.semaine_previous (LIKE impact.semaine);

DELETE FROM impact_internal.semaine_previous;

CREATE UNLOGGED TABLE impact_internal.semaine AS
SELECT
    date_trunc('week', current_setting('impact.today')::date)::date AS date,
    count(*) FILTER (WHERE entreprises.effectif >= 250) AS grandes,
    coalesce(sum(entreprises.effectif)::bigint, 0) AS salaries,
    count(DISTINCT entreprises.nom) AS noms
FROM impact.entreprises;

WITH replaced AS (
    DELETE FROM impact.semaine AS published
    WHERE published.date = date_trunc('week', current_setting('impact.today')::date)::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.semaine AS staged
            WHERE staged.date = published.date
                AND (staged.grandes, staged.salaries, staged.noms)
                    IS NOT DISTINCT FROM (published.grandes, published.salaries, published.noms)
        )
    RETURNING published.*
)
INSERT INTO impact_internal.semaine_previous
SELECT * FROM replaced;

INSERT INTO impact.semaine (
    date,
    grandes,
    salaries,
    noms
)
SELECT
    staged.date,
    staged.grandes,
    staged.salaries,
    staged.noms
FROM impact_internal.semaine AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.semaine AS published
    WHERE published.date = staged.date
        AND (published.grandes, published.salaries, published.noms)
            IS NOT DISTINCT FROM (staged.grandes, staged.salaries, staged.noms)
)
ORDER BY staged.date;

DROP TABLE impact_internal.semaine;

-- situation: Situation du jour. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.situation_previous (LIKE impact.situation);

DELETE FROM impact_internal.situation_previous;

CREATE UNLOGGED TABLE impact_internal.situation AS
SELECT
    current_setting('impact.today')::date AS date,
    (entreprises.total + rapports.total)::bigint AS total,
    rapports.finis::bigint AS finis,
    entreprises.effectif_moyen::numeric AS effectif_moyen
FROM (
    SELECT
        count(*) AS total,
        avg(entreprises.effectif) AS effectif_moyen
    FROM impact.entreprises
) AS entreprises
CROSS JOIN (
    SELECT
        count(*) AS total,
        count(*) FILTER (WHERE rapports.statut = 'final') AS finis
    FROM impact.rapports
) AS rapports;

WITH replaced AS (
    DELETE FROM impact.situation AS published
    WHERE published.date = current_setting('impact.today')::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.situation AS staged
            WHERE staged.date = published.date
                AND (staged.total, staged.finis, staged.effectif_moyen)
                    IS NOT DISTINCT FROM (published.total, published.finis, published.effectif_moyen)
        )
    RETURNING published.*
)
INSERT INTO impact_internal.situation_previous
SELECT * FROM replaced;

INSERT INTO impact.situation (
    date,
    total,
    finis,
    effectif_moyen
)
SELECT
    staged.date,
    staged.total,
    staged.finis,
    staged.effectif_moyen
FROM impact_internal.situation AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.situation AS published
    WHERE published.date = staged.date
        AND (published.total, published.finis, published.effectif_moyen)
            IS NOT DISTINCT FROM (staged.total, staged.finis, staged.effectif_moyen)
)
ORDER BY staged.date;

DROP TABLE impact_internal.situation;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise.effectif::bigint AS effectif
FROM entreprises_entreprise AS entreprise;

-- rapports: Rapports.
SELECT
    rapport.id::bigint AS id,
    rapport.statut
FROM rapports_rapport AS rapport;
