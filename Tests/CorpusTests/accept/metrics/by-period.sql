-- inscriptions: Inscriptions par mois et par taille ; les mois sans inscription sont à zéro. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.inscriptions_previous (LIKE impact.inscriptions);

DELETE FROM impact_internal.inscriptions_previous;

CREATE UNLOGGED TABLE impact_internal.inscriptions AS
WITH cells AS (
    SELECT
        date_trunc('month', entreprises.creee_le)::date AS mois,
        CASE
            WHEN entreprises.effectif < 10 THEN '< 10'
            WHEN entreprises.effectif < 50 THEN '10 - 49'
            WHEN entreprises.effectif >= 50 THEN '>= 50'
        END AS taille,
        count(*) AS inscrites,
        count(*) FILTER (
            WHERE EXISTS (
                    SELECT 1
                    FROM impact.rapports
                    WHERE rapports.entreprise_id = entreprises.id
                        AND rapports.statut = 'final'
                )
        ) AS avec_rapport,
        sum(coalesce(rapports.rapports_remis, 0))::bigint AS rapports_remis
    FROM impact.entreprises
    LEFT JOIN (
        SELECT
            rapports.entreprise_id,
            count(*) AS rapports_remis
        FROM impact.rapports
        GROUP BY rapports.entreprise_id
    ) AS rapports ON rapports.entreprise_id = entreprises.id
    GROUP BY 1, 2
),
periods AS (
    SELECT
        generate_series(
            min(cells.mois)::timestamp,
            greatest(max(cells.mois), date_trunc('month', current_setting('impact.today')::date)::date)::timestamp,
            interval '1 month'
        )::date AS mois
    FROM cells
),
groups AS (
    SELECT cells.taille
    FROM cells
    GROUP BY cells.taille
)
SELECT
    periods.mois,
    groups.taille,
    coalesce(cells.inscrites, 0) AS inscrites,
    coalesce(cells.avec_rapport, 0) AS avec_rapport,
    round(coalesce(cells.avec_rapport, 0)::numeric / nullif(coalesce(cells.inscrites, 0), 0), 4) AS part,
    coalesce(cells.rapports_remis, 0) AS rapports_remis
FROM periods
CROSS JOIN groups
LEFT JOIN cells ON cells.mois = periods.mois AND cells.taille IS NOT DISTINCT FROM groups.taille;

WITH replaced AS (
    DELETE FROM impact.inscriptions AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.inscriptions AS staged
        WHERE staged.mois = published.mois
            AND staged.taille IS NOT DISTINCT FROM published.taille
            AND (staged.inscrites, staged.avec_rapport, staged.part, staged.rapports_remis)
                IS NOT DISTINCT FROM (published.inscrites, published.avec_rapport, published.part, published.rapports_remis)
    )
    RETURNING published.*
)
INSERT INTO impact_internal.inscriptions_previous
SELECT * FROM replaced;

INSERT INTO impact.inscriptions (
    mois,
    taille,
    inscrites,
    avec_rapport,
    part,
    rapports_remis
)
SELECT
    staged.mois,
    staged.taille,
    staged.inscrites,
    staged.avec_rapport,
    staged.part,
    staged.rapports_remis
FROM impact_internal.inscriptions AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.inscriptions AS published
    WHERE published.mois = staged.mois
        AND published.taille IS NOT DISTINCT FROM staged.taille
        AND (published.inscrites, published.avec_rapport, published.part, published.rapports_remis)
            IS NOT DISTINCT FROM (staged.inscrites, staged.avec_rapport, staged.part, staged.rapports_remis)
)
ORDER BY staged.mois, staged.taille;

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
