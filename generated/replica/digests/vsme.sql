-- vsme: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of vsme', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        rapport_vsme.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                rapport_vsme.id,
                rapport_vsme.created_at,
                rapport_vsme.updated_at,
                rapport_vsme.annee,
                rapport_vsme.entreprise_id
            )::text,
            0
        )) AS digest
    FROM vsme_rapportvsme AS rapport_vsme
    GROUP BY rapport_vsme.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        rapport_vsme.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                indicateur_saisi.created_at,
                indicateur_saisi.updated_at,
                indicateur_saisi.schema_id,
                indicateur_saisi._data,
                indicateur_saisi.rapport_vsme_id
            )::text,
            1
        )) AS digest
    FROM vsme_rapportvsme AS rapport_vsme
    JOIN vsme_indicateur AS indicateur_saisi ON indicateur_saisi.rapport_vsme_id = rapport_vsme.id
    GROUP BY rapport_vsme.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(habilitation.entreprise_id::text, 2)) AS digest
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(caracteristiques.entreprise_id::text, 3)) AS digest
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    GROUP BY caracteristiques.entreprise_id::bigint >> 6
)
SELECT
    ranges.range,
    ranges.range AS name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to(
            'rows|' || ranges.range || '|' || sum(ranges.digest),
            'UTF8'
        )
    ), 1, 8) AS digest
FROM ranges
GROUP BY ranges.range;
