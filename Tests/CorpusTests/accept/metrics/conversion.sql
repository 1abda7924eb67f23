-- premiers_rapports: De l'inscription au premier rapport, en moins de 90 jours. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.premiers_rapports_previous (LIKE impact.premiers_rapports);

DELETE FROM impact_internal.premiers_rapports_previous;

CREATE UNLOGGED TABLE impact_internal.premiers_rapports AS
WITH cells AS (
    SELECT
        date_trunc('quarter', entreprises.creee_le)::date AS trimestre,
        count(*) FILTER (
            WHERE current_setting('impact.today')::date - entreprises.creee_le >= 90
                AND (rapports.conversion AT TIME ZONE 'Europe/Paris')::date >= entreprises.creee_le
                AND (rapports.conversion AT TIME ZONE 'Europe/Paris')::date - entreprises.creee_le <= 90
        ) AS conversion,
        count(*) FILTER (WHERE current_setting('impact.today')::date - entreprises.creee_le >= 90) AS conversion_count
    FROM impact.entreprises
    LEFT JOIN (
        SELECT
            rapports.entreprise_id,
            min(rapports.depose_le) AS conversion
        FROM impact.rapports
        GROUP BY rapports.entreprise_id
    ) AS rapports ON rapports.entreprise_id = entreprises.id
    GROUP BY 1
),
periods AS (
    SELECT
        generate_series(
            min(cells.trimestre)::timestamp,
            greatest(max(cells.trimestre), date_trunc('quarter', current_setting('impact.today')::date)::date)::timestamp,
            interval '3 months'
        )::date AS trimestre
    FROM cells
)
SELECT
    periods.trimestre,
    round(coalesce(cells.conversion, 0)::numeric / nullif(coalesce(cells.conversion_count, 0), 0), 4) AS conversion,
    coalesce(cells.conversion, 0) AS conversion_numerateur,
    coalesce(cells.conversion_count, 0) AS conversion_denominateur
FROM periods
LEFT JOIN cells ON cells.trimestre = periods.trimestre;

WITH replaced AS (
    DELETE FROM impact.premiers_rapports AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.premiers_rapports AS staged
        WHERE staged.trimestre = published.trimestre
            AND (staged.conversion, staged.conversion_numerateur, staged.conversion_denominateur)
                IS NOT DISTINCT FROM (published.conversion, published.conversion_numerateur, published.conversion_denominateur)
    )
    RETURNING published.*
)
INSERT INTO impact_internal.premiers_rapports_previous
SELECT * FROM replaced;

INSERT INTO impact.premiers_rapports (
    trimestre,
    conversion,
    conversion_numerateur,
    conversion_denominateur
)
SELECT
    staged.trimestre,
    staged.conversion,
    staged.conversion_numerateur,
    staged.conversion_denominateur
FROM impact_internal.premiers_rapports AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.premiers_rapports AS published
    WHERE published.trimestre = staged.trimestre
        AND (published.conversion, published.conversion_numerateur, published.conversion_denominateur)
            IS NOT DISTINCT FROM (staged.conversion, staged.conversion_numerateur, staged.conversion_denominateur)
)
ORDER BY staged.trimestre;

DROP TABLE impact_internal.premiers_rapports;

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
