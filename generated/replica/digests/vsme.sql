-- vsme: of each block of 65536 numbers, a digest of all that its rows are made from; and its ranges of 16, where that is none of `impact.known`.
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
rows AS (
    SELECT
        rapport_vsme.entreprise_id::bigint >> 4 AS range,
        hashtextextended(
            (
                rapport_vsme.id,
                rapport_vsme.created_at,
                rapport_vsme.updated_at,
                rapport_vsme.annee,
                rapport_vsme.entreprise_id
            )::text,
            0
        ) AS hash
    FROM vsme_rapportvsme AS rapport_vsme
    UNION ALL
    SELECT
        rapport_vsme.entreprise_id::bigint >> 4 AS range,
        hashtextextended(
            (
                indicateur_saisi.created_at,
                indicateur_saisi.updated_at,
                indicateur_saisi.schema_id,
                indicateur_saisi._data,
                indicateur_saisi.rapport_vsme_id
            )::text,
            1
        ) AS hash
    FROM vsme_rapportvsme AS rapport_vsme
    JOIN vsme_indicateur AS indicateur_saisi ON indicateur_saisi.rapport_vsme_id = rapport_vsme.id
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint >> 4 AS range,
        hashtextextended(habilitation.entreprise_id::text, 2) AS hash
    FROM habilitations_habilitation AS habilitation
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint >> 4 AS range,
        hashtextextended(caracteristiques.entreprise_id::text, 3) AS hash
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
),
ranges AS (
    SELECT
        rows.range,
        sum(rows.hash) AS hash
    FROM rows
    GROUP BY rows.range
),
blocks AS (
    SELECT
        ranges.range >> 12 AS block,
        ranges.range >> 12 AS name,
        substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'rows of block|' || (ranges.range >> 12) || '|'
                    || sum(hash_numeric_extended(ranges.hash, ranges.range)),
                'UTF8'
            )
        ), 1, 8) AS digest,
        count(*) AS ranges
    FROM ranges
    GROUP BY ranges.range >> 12
)
SELECT
    blocks.block,
    blocks.name,
    blocks.digest,
    blocks.ranges,
    ranges.range,
    ranges.range AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('rows|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 12 = blocks.block AND known.digest IS NULL
ORDER BY blocks.block;
