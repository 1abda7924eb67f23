-- depots: Rapports par jour, comparés à ceux d'il y a un an. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.depots_previous (LIKE impact.depots);

DELETE FROM impact_internal.depots_previous;

CREATE UNLOGGED TABLE impact_internal.depots AS
WITH cells AS (
    SELECT
        (rapports.depose_le AT TIME ZONE 'Europe/Paris')::date AS jour,
        count(*) AS deposes
    FROM impact.rapports
    WHERE rapports.depose_le IS NOT NULL
    GROUP BY 1
),
periods AS (
    SELECT
        generate_series(
            min(cells.jour)::timestamp,
            greatest(max(cells.jour), current_setting('impact.today')::date)::timestamp,
            interval '1 day'
        )::date AS jour
    FROM cells
)
SELECT
    periods.jour,
    coalesce(cells.deposes, 0) AS deposes,
    max(coalesce(cells.deposes, 0)) OVER (ORDER BY periods.jour RANGE BETWEEN interval '1 year' PRECEDING AND interval '1 year' PRECEDING)::bigint AS an_passe
FROM periods
LEFT JOIN cells ON cells.jour = periods.jour;

WITH replaced AS (
    DELETE FROM impact.depots AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.depots AS staged
        WHERE staged.jour = published.jour
            AND (staged.deposes, staged.an_passe) IS NOT DISTINCT FROM (published.deposes, published.an_passe)
    )
    RETURNING published.*
)
INSERT INTO impact_internal.depots_previous
SELECT * FROM replaced;

INSERT INTO impact.depots (
    jour,
    deposes,
    an_passe
)
SELECT
    staged.jour,
    staged.deposes,
    staged.an_passe
FROM impact_internal.depots AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.depots AS published
    WHERE published.jour = staged.jour
        AND (published.deposes, published.an_passe) IS NOT DISTINCT FROM (staged.deposes, staged.an_passe)
)
ORDER BY staged.jour;

DROP TABLE impact_internal.depots;

-- inscriptions: Inscriptions, comparées aux périodes d'avant. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.inscriptions_previous (LIKE impact.inscriptions);

DELETE FROM impact_internal.inscriptions_previous;

CREATE UNLOGGED TABLE impact_internal.inscriptions AS
WITH cells AS (
    SELECT
        date_trunc('month', entreprises.creee_le)::date AS mois,
        count(*) AS inscrites
    FROM impact.entreprises
    GROUP BY 1
),
periods AS (
    SELECT
        generate_series(
            min(cells.mois)::timestamp,
            greatest(max(cells.mois), date_trunc('month', current_setting('impact.today')::date)::date)::timestamp,
            interval '1 month'
        )::date AS mois
    FROM cells
)
SELECT
    periods.mois,
    coalesce(cells.inscrites, 0) AS inscrites,
    sum(coalesce(cells.inscrites, 0)) OVER (ORDER BY periods.mois)::bigint AS cumul,
    sum(coalesce(cells.inscrites, 0)) OVER (PARTITION BY date_trunc('year', periods.mois) ORDER BY periods.mois)::bigint AS depuis_janvier,
    lag(coalesce(cells.inscrites, 0)) OVER (ORDER BY periods.mois)::bigint AS mois_precedent,
    lag(coalesce(cells.inscrites, 0), 12) OVER (ORDER BY periods.mois)::bigint AS an_passe,
    (coalesce(cells.inscrites, 0) - lag(coalesce(cells.inscrites, 0)) OVER (ORDER BY periods.mois))::bigint AS ecart
FROM periods
LEFT JOIN cells ON cells.mois = periods.mois;

WITH replaced AS (
    DELETE FROM impact.inscriptions AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.inscriptions AS staged
        WHERE staged.mois = published.mois
            AND (
                staged.inscrites,
                staged.cumul,
                staged.depuis_janvier,
                staged.mois_precedent,
                staged.an_passe,
                staged.ecart
            ) IS NOT DISTINCT FROM (
                published.inscrites,
                published.cumul,
                published.depuis_janvier,
                published.mois_precedent,
                published.an_passe,
                published.ecart
            )
    )
    RETURNING published.*
)
INSERT INTO impact_internal.inscriptions_previous
SELECT * FROM replaced;

INSERT INTO impact.inscriptions (
    mois,
    inscrites,
    cumul,
    depuis_janvier,
    mois_precedent,
    an_passe,
    ecart
)
SELECT
    staged.mois,
    staged.inscrites,
    staged.cumul,
    staged.depuis_janvier,
    staged.mois_precedent,
    staged.an_passe,
    staged.ecart
FROM impact_internal.inscriptions AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.inscriptions AS published
    WHERE published.mois = staged.mois
        AND (
            published.inscrites,
            published.cumul,
            published.depuis_janvier,
            published.mois_precedent,
            published.an_passe,
            published.ecart
        ) IS NOT DISTINCT FROM (
            staged.inscrites,
            staged.cumul,
            staged.depuis_janvier,
            staged.mois_precedent,
            staged.an_passe,
            staged.ecart
        )
)
ORDER BY staged.mois;

DROP TABLE impact_internal.inscriptions;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise.effectif::bigint AS effectif,
    entreprise.creee_le
FROM entreprises_entreprise AS entreprise;

-- rapports: Rapports.
SELECT
    rapport.id::bigint AS id,
    rapport.entreprise_id::bigint AS entreprise_id,
    rapport.annee::bigint AS annee,
    rapport.statut,
    rapport.note::numeric AS note,
    rapport.depose_le
FROM rapports_rapport AS rapport;
