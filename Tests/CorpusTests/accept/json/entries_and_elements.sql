-- entreprises: Les entrées et les éléments d'un JSON sont des lignes.
SELECT
    entreprise.id::bigint AS id,
    entrees_json.entrees::bigint AS entrees,
    entrees_json.b::bigint AS b,
    entrees_json.elements::bigint AS elements,
    longs_json.longs::bigint AS longs,
    EXISTS (
        SELECT 1
        FROM jsonb_each(CASE WHEN jsonb_typeof(entreprise.reponses) = 'object' THEN entreprise.reponses END) AS entry_json (key, value)
        WHERE entry_json.value = 'true'
    ) AS une_vraie,
    CASE
        WHEN jsonb_typeof(
                CASE
                    WHEN jsonb_typeof(entreprise.reponses -> 'texte') = 'string'
                        AND entreprise.reponses ->> 'texte' ~ '^\s*[[{]'
                    THEN (entreprise.reponses ->> 'texte')::jsonb
                END -> 'x'
            ) = 'array'
        THEN jsonb_array_length(
            CASE
                WHEN jsonb_typeof(entreprise.reponses -> 'texte') = 'string'
                    AND entreprise.reponses ->> 'texte' ~ '^\s*[[{]'
                THEN (entreprise.reponses ->> 'texte')::jsonb
            END -> 'x'
        )
    END::bigint AS inclus_taille
FROM entreprises_entreprise AS entreprise
CROSS JOIN LATERAL (
    SELECT
        count(*) AS entrees,
        count(*) FILTER (WHERE starts_with(entry.key, 'B')) AS b,
        coalesce(
            sum(CASE WHEN jsonb_typeof(entry.value) = 'array' THEN jsonb_array_length(entry.value) END)::bigint,
            0
        ) AS elements
    FROM jsonb_each(CASE WHEN jsonb_typeof(entreprise.reponses) = 'object' THEN entreprise.reponses END) AS entry (key, value)
) AS entrees_json
CROSS JOIN LATERAL (
    SELECT count(*) AS longs
    FROM jsonb_array_elements(
        CASE
            WHEN jsonb_typeof(entreprise.reponses -> 'liste') = 'array' THEN entreprise.reponses -> 'liste'
        END
    ) AS element (value)
    WHERE element.value = '"long"'
) AS longs_json;
