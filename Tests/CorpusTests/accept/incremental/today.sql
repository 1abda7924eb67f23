# How each table is refreshed

*By ranges*: production tells which numbers have new rows, and in which ranges of 64 some came or went; or, where it
cannot, a digest of each range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `rapports` | by ranges of `entreprise` | from `rapports_rapport`; whole on the first run of a day, since it reads `today` |

-- rapports: Rapports en retard : d'autres un autre jour. La clé a deux parts, et les plages sont celles de la première. Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS entreprise_id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
rapports_rapport AS (
    SELECT rapports_rapport.annee, rapports_rapport.depose_le, rapports_rapport.entreprise_id
    FROM rapports_rapport
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.entreprise_id = rapports_rapport.entreprise_id)
)
SELECT
    rapport.entreprise_id::bigint AS entreprise,
    rapport.annee::bigint AS annee,
    rapport.depose_le IS NULL
    AND rapport.annee < extract(year FROM current_setting('impact.today')::date)::int AS en_retard
FROM rapports_rapport AS rapport;

-- rapports: of each block of 65536 numbers, a digest of all that its rows are made from; and its ranges of 16, where that is none of `impact.known`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of rapports', 'UTF8')
            )
        ) AS key
),
rows AS (
    SELECT
        rapport.entreprise_id::bigint >> 4 AS range,
        hashtextextended((rapport.annee, rapport.depose_le, rapport.entreprise_id)::text, 0) AS hash
    FROM rapports_rapport AS rapport
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

-- rapports: the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS entreprise_id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT rapport.entreprise_id::bigint AS entreprise
FROM affected AS rapport;

-- rapports: Rapports en retard : d'autres un autre jour. La clé a deux parts, et les plages sont celles de la première.
SELECT
    rapport.entreprise_id::bigint AS entreprise,
    rapport.annee::bigint AS annee,
    rapport.depose_le IS NULL
    AND rapport.annee < extract(year FROM current_setting('impact.today')::date)::int AS en_retard
FROM rapports_rapport AS rapport;

-- rapports: of each block of 65536 numbers, a digest of those that have rows; and its ranges of 64, where that is none of `impact.known`, or rows are newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of rapports', 'UTF8')
            )
        ) AS key
),
since AS (
    SELECT age(current_setting('impact.since')::xid8::xid) AS age
),
numbers AS (
    SELECT
        rapport.entreprise_id::bigint AS number,
        hashint8extended(rapport.entreprise_id::bigint, 0) AS hash,
        age(rapport.xmin) AS age
    FROM rapports_rapport AS rapport
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
