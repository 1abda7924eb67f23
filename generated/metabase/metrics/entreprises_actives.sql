-- entreprises_actives: Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée. The rows of one period; only what changed is written.
CREATE UNLOGGED TABLE impact_internal.entreprises_actives AS
WITH cells AS (
    SELECT
        CASE
            WHEN entreprise.effectif IS NULL OR entreprise.effectif = '' THEN 'Inconnue'
            WHEN entreprise.effectif IN ('0-9', '10-49', '50-249') THEN 'Moins de 250 salariés'
            ELSE '250 salariés et plus'
        END AS taille,
        count(*) AS inscrites,
        count(*) FILTER (
            WHERE EXISTS (
                    SELECT 1
                    FROM impact.habilitation
                    LEFT JOIN impact.utilisateur ON utilisateur.impact_id = habilitation.utilisateur_id
                    WHERE habilitation.entreprise_id = entreprise.impact_id
                        AND utilisateur.connecte_le >= (
                            date_trunc('month', current_setting('impact.today')::date)::date
                                + interval '-2 months'
                        )::date
                )
        ) AS actives
    FROM impact.entreprise
    GROUP BY 1
)
SELECT
    date_trunc('month', current_setting('impact.today')::date)::date AS date,
    cells.taille,
    cells.inscrites::bigint AS inscrites,
    cells.actives::bigint AS actives,
    round(cells.actives::numeric / nullif(cells.inscrites, 0), 4) AS part_actives
FROM cells;

DELETE FROM impact.entreprises_actives AS published
WHERE published.date = date_trunc('month', current_setting('impact.today')::date)::date
    AND NOT EXISTS (
        SELECT 1
        FROM impact_internal.entreprises_actives AS staged
        WHERE staged.date = published.date
            AND staged.taille = published.taille
            AND (staged.inscrites, staged.actives, staged.part_actives)
                IS NOT DISTINCT FROM (published.inscrites, published.actives, published.part_actives)
    );

INSERT INTO impact.entreprises_actives (
    date,
    taille,
    inscrites,
    actives,
    part_actives
)
SELECT
    staged.date,
    staged.taille,
    staged.inscrites,
    staged.actives,
    staged.part_actives
FROM impact_internal.entreprises_actives AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.entreprises_actives AS published
    WHERE published.date = staged.date
        AND published.taille = staged.taille
        AND (published.inscrites, published.actives, published.part_actives)
            IS NOT DISTINCT FROM (staged.inscrites, staged.actives, staged.part_actives)
)
ORDER BY staged.date, staged.taille;

DROP TABLE impact_internal.entreprises_actives;
