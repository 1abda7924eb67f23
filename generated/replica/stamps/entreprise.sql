-- entreprise: of each range, a digest of the numbers that have rows, and which have rows newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of entreprise', 'UTF8')
            )
        ) AS key
),
since AS (
    SELECT age(current_setting('impact.since')::xid8::xid) AS age
),
numbers AS (
    SELECT
        entreprise.id::bigint AS number,
        hashint8extended(entreprise.id::bigint, 0) AS hash,
        age(entreprise.xmin) AS age
    FROM entreprises_entreprise AS entreprise
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint AS number,
        hashint8extended(caracteristiques.entreprise_id::bigint, 1) AS hash,
        age(caracteristiques.xmin) AS age
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint AS number,
        hashint8extended(habilitation.entreprise_id::bigint, 2) AS hash,
        age(habilitation.xmin) AS age
    FROM habilitations_habilitation AS habilitation
)
SELECT
    numbers.number >> 6 AS range,
    numbers.number >> 6 AS name,
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
