-- utilisateur: of each range, a digest of the numbers that have rows, and which have rows newer than transaction `impact.since`.
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
since AS (
    SELECT age(current_setting('impact.since')::xid8::xid) AS age
),
numbers AS (
    SELECT
        utilisateur.id::bigint AS number,
        hashint8extended(utilisateur.id::bigint, 0) AS hash,
        age(utilisateur.xmin) AS age
    FROM users_user AS utilisateur
    UNION ALL
    SELECT
        habilitation.user_id::bigint AS number,
        hashint8extended(habilitation.user_id::bigint, 1) AS hash,
        age(habilitation.xmin) AS age
    FROM habilitations_habilitation AS habilitation
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
    )::bit(64)::bigint AS digest,
    coalesce(
        bit_or(1::bigint << (numbers.number & 63)::integer) FILTER (
            WHERE numbers.age <= (SELECT age FROM since)
        ),
        0
    ) AS new
FROM numbers
GROUP BY numbers.number >> 6;
