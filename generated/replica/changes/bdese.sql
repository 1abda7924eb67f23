-- bdese: Base de données économiques, sociales et environnementales : l'entreprise est-elle à jour ? Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
entreprises_entreprise AS (
    SELECT entreprises_entreprise.id
    FROM entreprises_entreprise
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = entreprises_entreprise.id)
),
entreprises_caracteristiquesannuelles AS (
    SELECT
        entreprises_caracteristiquesannuelles.id,
        entreprises_caracteristiquesannuelles.annee,
        entreprises_caracteristiquesannuelles.bdese_accord,
        entreprises_caracteristiquesannuelles.effectif,
        entreprises_caracteristiquesannuelles.entreprise_id
    FROM entreprises_caracteristiquesannuelles
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.id = entreprises_caracteristiquesannuelles.entreprise_id
        )
),
reglementations_bdeseavecaccord AS (
    SELECT
        reglementations_bdeseavecaccord.annee,
        reglementations_bdeseavecaccord.is_complete,
        reglementations_bdeseavecaccord.entreprise_id,
        reglementations_bdeseavecaccord.user_id
    FROM reglementations_bdeseavecaccord
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = reglementations_bdeseavecaccord.entreprise_id)
),
reglementations_bdese_50_300 AS (
    SELECT
        reglementations_bdese_50_300.id,
        reglementations_bdese_50_300.annee,
        reglementations_bdese_50_300.entreprise_id,
        reglementations_bdese_50_300.user_id,
        reglementations_bdese_50_300.completion_steps
    FROM reglementations_bdese_50_300
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = reglementations_bdese_50_300.entreprise_id)
),
reglementations_bdese_300 AS (
    SELECT
        reglementations_bdese_300.id,
        reglementations_bdese_300.annee,
        reglementations_bdese_300.entreprise_id,
        reglementations_bdese_300.user_id,
        reglementations_bdese_300.completion_steps
    FROM reglementations_bdese_300
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = reglementations_bdese_300.entreprise_id)
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
        WHEN derniere.bdese_accord
            THEN CASE WHEN avec_accord.is_complete THEN 'A JOUR' ELSE 'A ACTUALISER' END
        WHEN complete.value IS NULL THEN 'A ACTUALISER'
        WHEN complete.value THEN 'A JOUR'
        ELSE 'EN COURS'
    END AS statut
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (caracteristiques.entreprise_id)
        caracteristiques.entreprise_id,
        caracteristiques.effectif,
        caracteristiques.bdese_accord,
        caracteristiques.id
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    ORDER BY caracteristiques.entreprise_id, caracteristiques.annee DESC, caracteristiques.id DESC
) AS derniere ON derniere.entreprise_id = entreprise.id
CROSS JOIN LATERAL (SELECT derniere.effectif NOT IN ('0-9', '10-49') AS value) AS est_soumise
LEFT JOIN reglementations_bdeseavecaccord AS avec_accord
    ON avec_accord.entreprise_id = entreprise.id
        AND avec_accord.user_id IS NULL
        AND avec_accord.annee = extract(year FROM current_setting('impact.today')::date)::int - 1
LEFT JOIN reglementations_bdese_50_300 AS pour_50_a_300
    ON pour_50_a_300.entreprise_id = entreprise.id
        AND pour_50_a_300.user_id IS NULL
        AND pour_50_a_300.annee = extract(year FROM current_setting('impact.today')::date)::int - 1
LEFT JOIN reglementations_bdese_300 AS plus_de_300
    ON plus_de_300.entreprise_id = entreprise.id
        AND plus_de_300.user_id IS NULL
        AND plus_de_300.annee = extract(year FROM current_setting('impact.today')::date)::int - 1
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN derniere.effectif IN ('50-249', '250-299')
                THEN CASE
                    WHEN pour_50_a_300.id IS NOT NULL
                        THEN NOT EXISTS (
                            SELECT 1
                            FROM jsonb_each(
                                CASE
                                    WHEN jsonb_typeof(pour_50_a_300.completion_steps) = 'object'
                                        THEN pour_50_a_300.completion_steps
                                END
                            ) AS entry (key, value)
                            WHERE (entry.value = 'true') IS NOT TRUE
                        )
                END
            WHEN plus_de_300.id IS NOT NULL
                THEN NOT EXISTS (
                    SELECT 1
                    FROM jsonb_each(
                        CASE
                            WHEN jsonb_typeof(plus_de_300.completion_steps) = 'object'
                                THEN plus_de_300.completion_steps
                        END
                    ) AS entry (key, value)
                    WHERE (entry.value = 'true') IS NOT TRUE
                )
        END AS value
) AS complete
WHERE EXISTS (
        SELECT 1
        FROM habilitations_habilitation AS habilitation
        WHERE habilitation.entreprise_id = entreprise.id
    )
    AND derniere.id IS NOT NULL
    AND derniere.effectif IS NOT NULL;
