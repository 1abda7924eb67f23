-- analyseia: of each range, a digest of the numbers that have rows, and which have rows newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of analyseia', 'UTF8')
            )
        ) AS key
),
since AS (
    SELECT age(current_setting('impact.since')::xid8::xid) AS age
),
numbers AS (
    SELECT
        analyse_ia.id::bigint AS number,
        hashint8extended(analyse_ia.id::bigint, 0) AS hash,
        age(analyse_ia.xmin) AS age
    FROM analyseia_analyseia AS analyse_ia
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint AS number,
        hashint8extended(analyse_rapport_csrd.analyseia_id::bigint, 1) AS hash,
        age(analyse_rapport_csrd.xmin) AS age
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    UNION ALL
    SELECT
        analyse_entreprise.analyseia_id::bigint AS number,
        hashint8extended(analyse_entreprise.analyseia_id::bigint, 2) AS hash,
        age(analyse_entreprise.xmin) AS age
    FROM entreprises_entreprise_analyses_ia AS analyse_entreprise
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint AS number,
        hashint8extended(analyse_rapport_csrd.analyseia_id::bigint, 3) AS hash,
        least(age(analyse_rapport_csrd.xmin), age(rapport_csrd.xmin)) AS age
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    JOIN reglementations_rapportcsrd AS rapport_csrd ON rapport_csrd.id = analyse_rapport_csrd.rapportcsrd_id
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
