-- utilisateur: of each block of 65536 numbers, a digest of those that have rows; and its ranges of 64, where that is none of `impact.known`, or rows are newer than transaction `impact.since`.
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
        substr(sha256(
            (SELECT key FROM range_key) || convert_to('block|' || (ranges.range >> 10), 'UTF8')
        ), 1, 8) AS name,
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
    substr(sha256((SELECT key FROM range_key) || convert_to('range|' || ranges.range, 'UTF8')), 1, 8) AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('numbers|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest,
    ranges.new
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 10 = blocks.block AND (known.digest IS NULL OR ranges.new IS NOT NULL)
ORDER BY blocks.block;
