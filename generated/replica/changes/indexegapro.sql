-- indexegapro: Index de l'égalité professionnelle : l'entreprise est-elle à jour ? Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
entreprises_entreprise AS (
    SELECT entreprises_entreprise.id, entreprises_entreprise.siren
    FROM entreprises_entreprise
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = entreprises_entreprise.id)
),
entreprises_caracteristiquesannuelles AS (
    SELECT
        entreprises_caracteristiquesannuelles.id,
        entreprises_caracteristiquesannuelles.annee,
        entreprises_caracteristiquesannuelles.effectif,
        entreprises_caracteristiquesannuelles.entreprise_id
    FROM entreprises_caracteristiquesannuelles
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.id = entreprises_caracteristiquesannuelles.entreprise_id
        )
),
metabase_tempegapro AS (
    SELECT metabase_tempegapro.siren, metabase_tempegapro.annee, metabase_tempegapro.reponse_api
    FROM metabase_tempegapro
    WHERE EXISTS (
            SELECT 1
            FROM entreprises_entreprise
            WHERE entreprises_entreprise.siren = metabase_tempegapro.siren
        )
),
habilitations_habilitation AS (
    SELECT habilitations_habilitation.entreprise_id
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.entreprise_id)
)
SELECT
    entreprise.id::bigint AS entreprise_id,
    est_soumise.value AS est_soumise,
    CASE
        WHEN NOT est_soumise.value THEN NULL
        WHEN EXISTS (
                SELECT 1
                FROM metabase_tempegapro AS index_ega_pro
                WHERE index_ega_pro.siren = entreprise.siren
                    AND index_ega_pro.annee = (extract(year FROM current_setting('impact.today')::date)::int - 1)::text
                    AND (index_ega_pro.reponse_api -> 'déclaration') IS NOT NULL
            )
        THEN 'A JOUR'
        ELSE 'A ACTUALISER'
    END AS statut
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (caracteristiques.entreprise_id)
        caracteristiques.entreprise_id,
        caracteristiques.effectif,
        caracteristiques.id
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    ORDER BY caracteristiques.entreprise_id, caracteristiques.annee DESC, caracteristiques.id DESC
) AS derniere ON derniere.entreprise_id = entreprise.id
CROSS JOIN LATERAL (SELECT derniere.effectif NOT IN ('0-9', '10-49') AS value) AS est_soumise
WHERE EXISTS (
        SELECT 1
        FROM habilitations_habilitation AS habilitation
        WHERE habilitation.entreprise_id = entreprise.id
    )
    AND derniere.id IS NOT NULL
    AND derniere.effectif IS NOT NULL;
