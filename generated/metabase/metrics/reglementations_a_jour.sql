-- reglementations_a_jour: Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée. The rows of one period; only what changed is written.
CREATE UNLOGGED TABLE impact_internal.reglementations_a_jour AS
WITH cells AS (
    SELECT
        CASE reglementations_a_jour."table"
            WHEN 'bdese' THEN 'BDESE'
            WHEN 'indexegapro' THEN 'Index Egapro'
            ELSE 'Bilan GES'
        END AS reglementation,
        count(*) FILTER (WHERE reglementations_a_jour.statut = 'A JOUR') AS part_a_jour,
        count(*) FILTER (WHERE reglementations_a_jour.statut IS NOT NULL) AS part_a_jour_count
    FROM (
        SELECT
            'bdese' AS "table",
            bdese.entreprise_id,
            bdese.statut
        FROM impact.bdese
        UNION ALL
        SELECT
            'indexegapro' AS "table",
            indexegapro.entreprise_id,
            indexegapro.statut
        FROM impact.indexegapro
        UNION ALL
        SELECT
            'bges' AS "table",
            bges.entreprise_id,
            bges.statut
        FROM impact.bges
    ) AS reglementations_a_jour
    GROUP BY 1
)
SELECT
    date_trunc('month', current_setting('impact.today')::date)::date AS date,
    cells.reglementation,
    round(cells.part_a_jour::numeric / nullif(cells.part_a_jour_count, 0), 4) AS part_a_jour,
    cells.part_a_jour::bigint AS part_a_jour_numerateur,
    cells.part_a_jour_count::bigint AS part_a_jour_denominateur
FROM cells;

DELETE FROM impact.reglementations_a_jour AS published
WHERE published.date = date_trunc('month', current_setting('impact.today')::date)::date
    AND NOT EXISTS (
        SELECT 1
        FROM impact_internal.reglementations_a_jour AS staged
        WHERE staged.date = published.date
            AND staged.reglementation = published.reglementation
            AND (staged.part_a_jour, staged.part_a_jour_numerateur, staged.part_a_jour_denominateur)
                IS NOT DISTINCT FROM (published.part_a_jour, published.part_a_jour_numerateur, published.part_a_jour_denominateur)
    );

INSERT INTO impact.reglementations_a_jour (
    date,
    reglementation,
    part_a_jour,
    part_a_jour_numerateur,
    part_a_jour_denominateur
)
SELECT
    staged.date,
    staged.reglementation,
    staged.part_a_jour,
    staged.part_a_jour_numerateur,
    staged.part_a_jour_denominateur
FROM impact_internal.reglementations_a_jour AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.reglementations_a_jour AS published
    WHERE published.date = staged.date
        AND published.reglementation = staged.reglementation
        AND (published.part_a_jour, published.part_a_jour_numerateur, published.part_a_jour_denominateur)
            IS NOT DISTINCT FROM (staged.part_a_jour, staged.part_a_jour_numerateur, staged.part_a_jour_denominateur)
)
ORDER BY staged.date, staged.reglementation;

DROP TABLE impact_internal.reglementations_a_jour;
