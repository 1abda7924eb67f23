-- entreprises: Le premier élément d'un texte JSON n'est pas ce texte, et un rang peut venir d'une colonne.
SELECT
    entreprise.id::bigint AS id,
    CASE
        WHEN jsonb_typeof(
                CASE
                    WHEN jsonb_typeof(entreprise.reponses -> 'liste') = 'array'
                        THEN entreprise.reponses -> 'liste'
                END -> 0
            ) = 'string'
        THEN CASE
            WHEN jsonb_typeof(entreprise.reponses -> 'liste') = 'array' THEN entreprise.reponses -> 'liste'
        END ->> 0
    END AS premier,
    CASE
        WHEN jsonb_typeof(
                CASE WHEN jsonb_typeof(entreprise.reponses) = 'array' THEN entreprise.reponses END
                    -> entreprise.effectif::int
            ) = 'number'
        THEN (
            CASE WHEN jsonb_typeof(entreprise.reponses) = 'array' THEN entreprise.reponses END
                -> entreprise.effectif::int
        )::numeric
    END::numeric AS de_ce_rang,
    (CASE WHEN jsonb_typeof(entreprise.reponses) = 'array' THEN entreprise.reponses END -> 0) IS NOT NULL AS present
FROM entreprises_entreprise AS entreprise;
