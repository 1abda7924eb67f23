-- bdese: Base de données économiques, sociales et environnementales : l'entreprise est-elle à jour ?
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
