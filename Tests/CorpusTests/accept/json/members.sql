-- entreprises: Les membres d'un JSON, lus selon leur type.
SELECT
    entreprise.id::bigint AS id,
    CASE
        WHEN jsonb_typeof(entreprise.reponses -> 'a' -> 'b') = 'string'
            THEN entreprise.reponses -> 'a' ->> 'b'
    END AS texte,
    CASE
        WHEN jsonb_typeof(entreprise.reponses -> 'n') = 'number' THEN (entreprise.reponses -> 'n')::numeric
    END::numeric AS nombre,
    CASE
        WHEN jsonb_typeof(entreprise.reponses -> 'ok') = 'boolean' THEN (entreprise.reponses -> 'ok')::boolean
    END AS booleen,
    (entreprise.reponses -> 'ok' = 'true') IS TRUE AS vrai,
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
        WHEN jsonb_typeof(entreprise.reponses -> 'liste') = 'array'
            THEN jsonb_array_length(entreprise.reponses -> 'liste')
    END::bigint AS taille,
    (entreprise.reponses -> 'a') IS NOT NULL AS a_une_cle,
    entreprise.reponses IS NULL OR entreprise.reponses IN ('null', '""', '{}', '[]') AS vide,
    (entreprise.reponses -> 'a' = '"l''\"un\""') IS TRUE AS egal,
    (entreprise.reponses -> 'a' IN ('"x"', '"y"')) IS TRUE AS parmi,
    CASE
        WHEN jsonb_typeof(entreprise.reponses -> 'n') = 'string'
            AND entreprise.reponses ->> 'n' ~ '^-?\d+(\.\d+)?$'
        THEN (entreprise.reponses ->> 'n')::numeric
    END::numeric AS nombre_texte
FROM entreprises_entreprise AS entreprise;
