-- utilisateur: of each block of 65536 numbers, a digest of all that its rows are made from; and its ranges of 16, where that is none of `impact.known`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of utilisateur', 'UTF8')
            )
        ) AS key
),
rows AS (
    SELECT
        utilisateur.id::bigint >> 4 AS range,
        hashtextextended(
            (
                utilisateur.id,
                utilisateur.last_login,
                utilisateur.reception_actualites,
                utilisateur.created_at,
                utilisateur.updated_at,
                utilisateur.is_email_confirmed,
                utilisateur.is_conseiller_rse
            )::text,
            0
        ) AS hash
    FROM users_user AS utilisateur
    UNION ALL
    SELECT
        habilitation.user_id::bigint >> 4 AS range,
        hashtextextended(habilitation.user_id::text, 1) AS hash
    FROM habilitations_habilitation AS habilitation
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
        substr(sha256(
            (SELECT key FROM range_key) || convert_to('block|' || (ranges.range >> 12), 'UTF8')
        ), 1, 8) AS name,
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
    set_byte(
        substr(sha256(
            (SELECT key FROM range_key) || convert_to('range|' || (ranges.range >> 2), 'UTF8')
        ), 1, 8),
        7,
        (ranges.range & 3)::integer
    ) AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('rows|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 12 = blocks.block AND known.digest IS NULL
ORDER BY blocks.block;
