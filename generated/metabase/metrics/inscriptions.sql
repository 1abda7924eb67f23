-- inscriptions: Entreprises inscrites chaque mois, et ce qu'elles ont fait depuis ; un mois de moins de trois entreprises est masqué. Only what changed is written.
CREATE UNLOGGED TABLE impact_internal.inscriptions AS
WITH cells AS (
    SELECT
        date_trunc('month', entreprise.ajoutee_le AT TIME ZONE 'Europe/Paris')::date AS mois,
        count(*) AS inscrites,
        count(*) FILTER (
            WHERE current_setting('impact.today')::date - (entreprise.ajoutee_le AT TIME ZONE 'Europe/Paris')::date
                    >= 90
                AND vsme.premiere_reponse_vsme >= entreprise.ajoutee_le
                AND (vsme.premiere_reponse_vsme AT TIME ZONE 'Europe/Paris')::date
                    - (entreprise.ajoutee_le AT TIME ZONE 'Europe/Paris')::date <= 90
        ) AS premiere_reponse_vsme,
        count(*) FILTER (
            WHERE current_setting('impact.today')::date - (entreprise.ajoutee_le AT TIME ZONE 'Europe/Paris')::date
                    >= 90
        ) AS premiere_reponse_vsme_count,
        count(*) FILTER (
            WHERE EXISTS (
                    SELECT 1
                    FROM impact.csrd
                    WHERE csrd.entreprise_id = entreprise.impact_id
                        AND csrd.lien_rapport
                )
        ) AS rapport_publie
    FROM impact.entreprise
    LEFT JOIN (
        SELECT
            vsme.entreprise_id,
            min(vsme.premier_indicateur_cree_le) AS premiere_reponse_vsme
        FROM impact.vsme
        GROUP BY vsme.entreprise_id
    ) AS vsme ON vsme.entreprise_id = entreprise.impact_id
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
    round(
        coalesce(cells.premiere_reponse_vsme, 0)::numeric
            / nullif(coalesce(cells.premiere_reponse_vsme_count, 0), 0),
        4
    ) AS premiere_reponse_vsme,
    coalesce(cells.premiere_reponse_vsme, 0) AS premiere_reponse_vsme_numerateur,
    coalesce(cells.premiere_reponse_vsme_count, 0) AS premiere_reponse_vsme_denominateur,
    round(coalesce(cells.rapport_publie, 0)::numeric / nullif(coalesce(cells.inscrites, 0), 0), 4) AS rapport_publie,
    coalesce(cells.rapport_publie, 0) AS rapport_publie_numerateur
FROM periods
LEFT JOIN cells ON cells.mois = periods.mois;

DELETE FROM impact.inscriptions AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.inscriptions AS staged
    WHERE staged.mois = published.mois
        AND (
            staged.inscrites,
            staged.premiere_reponse_vsme,
            staged.premiere_reponse_vsme_numerateur,
            staged.premiere_reponse_vsme_denominateur,
            staged.rapport_publie,
            staged.rapport_publie_numerateur
        ) IS NOT DISTINCT FROM (
            published.inscrites,
            published.premiere_reponse_vsme,
            published.premiere_reponse_vsme_numerateur,
            published.premiere_reponse_vsme_denominateur,
            published.rapport_publie,
            published.rapport_publie_numerateur
        )
);

INSERT INTO impact.inscriptions (
    mois,
    inscrites,
    premiere_reponse_vsme,
    premiere_reponse_vsme_numerateur,
    premiere_reponse_vsme_denominateur,
    rapport_publie,
    rapport_publie_numerateur
)
SELECT
    staged.mois,
    staged.inscrites,
    staged.premiere_reponse_vsme,
    staged.premiere_reponse_vsme_numerateur,
    staged.premiere_reponse_vsme_denominateur,
    staged.rapport_publie,
    staged.rapport_publie_numerateur
FROM impact_internal.inscriptions AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.inscriptions AS published
    WHERE published.mois = staged.mois
        AND (
            published.inscrites,
            published.premiere_reponse_vsme,
            published.premiere_reponse_vsme_numerateur,
            published.premiere_reponse_vsme_denominateur,
            published.rapport_publie,
            published.rapport_publie_numerateur
        ) IS NOT DISTINCT FROM (
            staged.inscrites,
            staged.premiere_reponse_vsme,
            staged.premiere_reponse_vsme_numerateur,
            staged.premiere_reponse_vsme_denominateur,
            staged.rapport_publie,
            staged.rapport_publie_numerateur
        )
)
ORDER BY staged.mois;

DROP TABLE impact_internal.inscriptions;
