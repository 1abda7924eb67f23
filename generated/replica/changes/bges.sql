-- bges: Bilan des émissions de gaz à effet de serre : l'entreprise est-elle à jour ? Only the rows of `impact.filled` in the ranges `impact.ranges`.
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
        entreprises_caracteristiquesannuelles.entreprise_id,
        entreprises_caracteristiquesannuelles.effectif_outre_mer
    FROM entreprises_caracteristiquesannuelles
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.id = entreprises_caracteristiquesannuelles.entreprise_id
        )
),
metabase_tempbges AS (
    SELECT metabase_tempbges.siren, metabase_tempbges.dt_publication
    FROM metabase_tempbges
    WHERE EXISTS (
            SELECT 1
            FROM entreprises_entreprise
            WHERE entreprises_entreprise.siren = metabase_tempbges.siren
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
        WHEN extract(year FROM current_setting('impact.today')::date)::int
                - extract(year FROM bilans_ges.dernier_bilan)::int < 4
        THEN 'A JOUR'
        ELSE 'A ACTUALISER'
    END AS statut
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (caracteristiques.entreprise_id)
        caracteristiques.entreprise_id,
        caracteristiques.effectif,
        caracteristiques.effectif_outre_mer,
        caracteristiques.id
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    ORDER BY caracteristiques.entreprise_id, caracteristiques.annee DESC, caracteristiques.id DESC
) AS derniere ON derniere.entreprise_id = entreprise.id
CROSS JOIN LATERAL (
    SELECT
        derniere.effectif IN ('500-4999', '5000-9999', '10000+') OR derniere.effectif_outre_mer = '250+' AS value
) AS est_soumise
LEFT JOIN (
    SELECT
        bilan_ges.siren,
        max(bilan_ges.dt_publication) AS dernier_bilan
    FROM metabase_tempbges AS bilan_ges
    GROUP BY bilan_ges.siren
) AS bilans_ges ON bilans_ges.siren = entreprise.siren
WHERE EXISTS (
        SELECT 1
        FROM habilitations_habilitation AS habilitation
        WHERE habilitation.entreprise_id = entreprise.id
    )
    AND derniere.id IS NOT NULL
    AND derniere.effectif IS NOT NULL
    AND derniere.effectif_outre_mer IS NOT NULL;
