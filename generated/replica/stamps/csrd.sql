-- csrd: of each block of 65536 numbers, a digest of those that have rows; and its ranges of 64, where that is none of `impact.known`, or rows are newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of csrd', 'UTF8')
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
        rapport_csrd.entreprise_id::bigint AS number,
        hashint8extended(rapport_csrd.entreprise_id::bigint, 2) AS hash,
        age(rapport_csrd.xmin) AS age
    FROM reglementations_rapportcsrd AS rapport_csrd
    UNION ALL
    SELECT
        rapport_csrd.entreprise_id::bigint AS number,
        hashint8extended(rapport_csrd.entreprise_id::bigint, 3) AS hash,
        least(age(rapport_csrd.xmin), age(analyse_rapport_csrd.xmin)) AS age
    FROM reglementations_rapportcsrd AS rapport_csrd
    JOIN reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
        ON analyse_rapport_csrd.rapportcsrd_id = rapport_csrd.id
    UNION ALL
    SELECT
        rapport_csrd.entreprise_id::bigint AS number,
        hashint8extended(rapport_csrd.entreprise_id::bigint, 4) AS hash,
        least(age(rapport_csrd.xmin), age(enjeu.xmin)) AS age
    FROM reglementations_rapportcsrd AS rapport_csrd
    JOIN reglementations_enjeu AS enjeu ON enjeu.rapport_csrd_id = rapport_csrd.id
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint AS number,
        hashint8extended(habilitation.entreprise_id::bigint, 5) AS hash,
        age(habilitation.xmin) AS age
    FROM habilitations_habilitation AS habilitation
),
ranges AS (
    SELECT
        numbers.number >> 6 AS range,
        sum(numbers.hash) AS hash,
        bit_or(1::bigint << (numbers.number & 63)::integer) FILTER (
            WHERE numbers.age <= (SELECT age FROM since)
        ) AS new
    FROM numbers
    GROUP BY numbers.number >> 6
),
blocks AS (
    SELECT
        ranges.range >> 10 AS block,
        ranges.range >> 10 AS name,
        substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'numbers of block|' || (ranges.range >> 10) || '|' || sum(ranges.hash),
                'UTF8'
            )
        ), 1, 8) AS digest,
        count(*) AS ranges
    FROM ranges
    GROUP BY ranges.range >> 10
)
SELECT
    blocks.block,
    blocks.name,
    blocks.digest,
    blocks.ranges,
    ranges.range,
    ranges.range AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('numbers|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest,
    ranges.new
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 10 = blocks.block AND (known.digest IS NULL OR ranges.new IS NOT NULL)
ORDER BY blocks.block;
