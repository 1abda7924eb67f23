-- utilisateur: of each range of 64 numbers from `impact.first` to `impact.last`, a digest of those that have rows.
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
numbers AS (
    SELECT
        utilisateur.id::bigint AS number,
        hashint8extended(utilisateur.id::bigint, 0) AS hash
    FROM users_user AS utilisateur
    WHERE utilisateur.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        habilitation.user_id::bigint AS number,
        hashint8extended(habilitation.user_id::bigint, 1) AS hash
    FROM habilitations_habilitation AS habilitation
    WHERE habilitation.user_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
)
SELECT
    numbers.number >> 6 AS range,
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to('range|' || (numbers.number >> 6), 'UTF8')
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS name,
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'numbers|' || (numbers.number >> 6) || '|' || sum(numbers.hash),
                'UTF8'
            )
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS digest
FROM numbers
GROUP BY numbers.number >> 6;
