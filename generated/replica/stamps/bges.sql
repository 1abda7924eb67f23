-- bges: of each block of 65536 numbers, a digest of those that have rows; and the ranges where rows are newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of bges', 'UTF8')
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
        entreprise.id::bigint AS number,
        hashint8extended(entreprise.id::bigint, 2) AS hash,
        least(age(entreprise.xmin), age(bilan_ges.xmin)) AS age
    FROM entreprises_entreprise AS entreprise
    JOIN metabase_tempbges AS bilan_ges ON bilan_ges.siren = entreprise.siren
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint AS number,
        hashint8extended(habilitation.entreprise_id::bigint, 3) AS hash,
        age(habilitation.xmin) AS age
    FROM habilitations_habilitation AS habilitation
),
parts AS (
    SELECT
        CASE
            WHEN numbers.age <= (SELECT age FROM since) THEN 2 * (numbers.number >> 6) + 1
            ELSE 2 * (numbers.number >> 16)
        END AS part,
        sum(numbers.hash) AS hash,
        bit_or(1::bigint << (numbers.number & 63)::integer) FILTER (
            WHERE numbers.age <= (SELECT age FROM since)
        ) AS new
    FROM numbers
    GROUP BY CASE
            WHEN numbers.age <= (SELECT age FROM since) THEN 2 * (numbers.number >> 6) + 1
            ELSE 2 * (numbers.number >> 16)
        END
),
blocks AS (
    SELECT
        CASE WHEN parts.part & 1 = 1 THEN parts.part >> 11 ELSE parts.part >> 1 END AS block,
        CASE WHEN parts.part & 1 = 1 THEN parts.part >> 1 END AS range,
        parts.hash,
        parts.new
    FROM parts
)
SELECT
    blocks.block,
    blocks.block AS name,
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'numbers of block|' || blocks.block || '|'
                    || sum(blocks.hash) OVER (PARTITION BY blocks.block),
                'UTF8'
            )
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS digest,
    blocks.range,
    blocks.new
FROM blocks;
