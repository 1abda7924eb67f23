-- ensemble: Ce qui est exposé, compté chaque mois. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.ensemble_previous (LIKE impact.ensemble);

DELETE FROM impact_internal.ensemble_previous;

CREATE UNLOGGED TABLE impact_internal.ensemble AS
SELECT
    date_trunc('month', current_setting('impact.today')::date)::date AS date,
    CASE ensemble."table" WHEN 'entreprises' THEN 'Entreprises' ELSE 'Rapports' END AS quoi,
    count(*) AS nombre
FROM (
    SELECT 'entreprises' AS "table"
    FROM impact.entreprises
    UNION ALL
    SELECT 'rapports' AS "table"
    FROM impact.rapports
) AS ensemble
GROUP BY 2;

WITH replaced AS (
    DELETE FROM impact.ensemble AS published
    WHERE published.date = date_trunc('month', current_setting('impact.today')::date)::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.ensemble AS staged
            WHERE staged.date = published.date
                AND staged.quoi = published.quoi
                AND staged.nombre IS NOT DISTINCT FROM published.nombre
        )
    RETURNING published.*
)
INSERT INTO impact_internal.ensemble_previous
SELECT * FROM replaced;

INSERT INTO impact.ensemble (
    date,
    quoi,
    nombre
)
SELECT
    staged.date,
    staged.quoi,
    staged.nombre
FROM impact_internal.ensemble AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.ensemble AS published
    WHERE published.date = staged.date
        AND published.quoi = staged.quoi
        AND published.nombre IS NOT DISTINCT FROM staged.nombre
)
ORDER BY staged.date, staged.quoi;

DROP TABLE impact_internal.ensemble;

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
