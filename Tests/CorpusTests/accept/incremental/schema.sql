# How each table is refreshed

*By ranges*: production tells for each range of 64 numbers which have new rows, and which have rows at all; or, where it
cannot, a digest of the range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `factures` | by ranges of `id` | from `compta.factures`, `entreprises_entreprise` |

-- factures: Factures. Only the rows of `impact.places` in the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT
    facture.id::bigint AS id,
    facture.montant::numeric AS montant,
    entreprise.nom
FROM compta.factures AS facture
JOIN entreprises_entreprise AS entreprise ON entreprise.id = facture.entreprise_id
WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = facture.id);

-- factures: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of factures', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        facture.id::bigint >> 6 AS range,
        sum(hashtextextended((facture.id, facture.montant, facture.entreprise_id)::text, 0)) AS digest
    FROM compta.factures AS facture
    GROUP BY facture.id::bigint >> 6
    UNION ALL
    SELECT
        facture.id::bigint >> 6 AS range,
        sum(hashtextextended((entreprise.id, entreprise.nom)::text, 1)) AS digest
    FROM compta.factures AS facture
    JOIN entreprises_entreprise AS entreprise ON entreprise.id = facture.entreprise_id
    GROUP BY facture.id::bigint >> 6
)
SELECT
    ranges.range,
    ranges.range AS name,
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'rows|' || ranges.range || '|' || sum(ranges.digest),
                'UTF8'
            )
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS digest
FROM ranges
GROUP BY ranges.range;

-- factures: Factures.
SELECT
    facture.id::bigint AS id,
    facture.montant::numeric AS montant,
    entreprise.nom
FROM compta.factures AS facture
JOIN entreprises_entreprise AS entreprise ON entreprise.id = facture.entreprise_id;

-- factures: the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT facture.id::bigint AS id
FROM affected AS facture;

-- factures: of each range of 64 numbers from `impact.first` to `impact.last`, a digest of those that have rows.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of factures', 'UTF8')
            )
        ) AS key
),
numbers AS (
    SELECT
        facture.id::bigint AS number,
        hashint8extended(facture.id::bigint, 0) AS hash
    FROM compta.factures AS facture
    WHERE facture.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        facture.id::bigint AS number,
        hashint8extended(facture.id::bigint, 1) AS hash
    FROM compta.factures AS facture
    JOIN entreprises_entreprise AS entreprise ON entreprise.id = facture.entreprise_id
    WHERE facture.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
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
    )::bit(64)::bigint AS digest
FROM numbers
GROUP BY numbers.number >> 6;

-- factures: of each block of 65536 numbers, a digest of those that have rows; and the ranges where rows are newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of factures', 'UTF8')
            )
        ) AS key
),
since AS (
    SELECT age(current_setting('impact.since')::xid8::xid) AS age
),
numbers AS (
    SELECT
        facture.id::bigint AS number,
        hashint8extended(facture.id::bigint, 0) AS hash,
        age(facture.xmin) AS age
    FROM compta.factures AS facture
    UNION ALL
    SELECT
        facture.id::bigint AS number,
        hashint8extended(facture.id::bigint, 1) AS hash,
        least(age(facture.xmin), age(entreprise.xmin)) AS age
    FROM compta.factures AS facture
    JOIN entreprises_entreprise AS entreprise ON entreprise.id = facture.entreprise_id
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
