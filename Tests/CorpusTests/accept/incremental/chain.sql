# How each table is refreshed

*By ranges*: production tells for each range of 64 numbers which have new rows, and which have rows at all; or, where it
cannot, a digest of the range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `entreprises` | by ranges of `id` | from `entreprises_entreprise`, `rapports_rapport`, `rapports_document` |

-- entreprises: Entreprises, avec les documents de leurs rapports : une table mène à l'autre. Only the rows of `impact.places` in the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
entreprises_entreprise AS (
    SELECT entreprises_entreprise.id
    FROM entreprises_entreprise
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = entreprises_entreprise.id)
),
rapports_rapport AS (
    SELECT rapports_rapport.id, rapports_rapport.annee, rapports_rapport.entreprise_id
    FROM rapports_rapport
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = rapports_rapport.entreprise_id)
),
rapports_document AS (
    SELECT rapports_document.rapport_id
    FROM rapports_document
    WHERE EXISTS (SELECT 1 FROM rapports_rapport WHERE rapports_rapport.id = rapports_document.rapport_id)
)
SELECT
    entreprise.id::bigint AS id,
    coalesce(documents.documents, 0) AS documents
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.id
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS dernier ON dernier.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT
        document.rapport_id,
        count(*) AS documents
    FROM rapports_document AS document
    GROUP BY document.rapport_id
) AS documents ON documents.rapport_id = dernier.id;

-- entreprises: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of entreprises', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        entreprise.id::bigint >> 6 AS range,
        sum(hashtextextended(entreprise.id::text, 0)) AS digest
    FROM entreprises_entreprise AS entreprise
    GROUP BY entreprise.id::bigint >> 6
    UNION ALL
    SELECT
        rapport.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended((rapport.id, rapport.annee, rapport.entreprise_id)::text, 1)) AS digest
    FROM rapports_rapport AS rapport
    GROUP BY rapport.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        rapport.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(document.rapport_id::text, 2)) AS digest
    FROM rapports_rapport AS rapport
    JOIN rapports_document AS document ON document.rapport_id = rapport.id
    GROUP BY rapport.entreprise_id::bigint >> 6
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

-- entreprises: Entreprises, avec les documents de leurs rapports : une table mène à l'autre.
SELECT
    entreprise.id::bigint AS id,
    coalesce(documents.documents, 0) AS documents
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.id
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS dernier ON dernier.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT
        document.rapport_id,
        count(*) AS documents
    FROM rapports_document AS document
    GROUP BY document.rapport_id
) AS documents ON documents.rapport_id = dernier.id;

-- entreprises: the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT entreprise.id::bigint AS id
FROM affected AS entreprise;

-- entreprises: of each range of 64 numbers from `impact.first` to `impact.last`, a digest of those that have rows.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of entreprises', 'UTF8')
            )
        ) AS key
),
numbers AS (
    SELECT
        entreprise.id::bigint AS number,
        hashint8extended(entreprise.id::bigint, 0) AS hash
    FROM entreprises_entreprise AS entreprise
    WHERE entreprise.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        rapport.entreprise_id::bigint AS number,
        hashint8extended(rapport.entreprise_id::bigint, 1) AS hash
    FROM rapports_rapport AS rapport
    WHERE rapport.entreprise_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        rapport.entreprise_id::bigint AS number,
        hashint8extended(rapport.entreprise_id::bigint, 2) AS hash
    FROM rapports_rapport AS rapport
    JOIN rapports_document AS document ON document.rapport_id = rapport.id
    WHERE rapport.entreprise_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
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

-- entreprises: of each block of 65536 numbers, a digest of those that have rows; and the ranges where rows are newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of entreprises', 'UTF8')
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
        rapport.entreprise_id::bigint AS number,
        hashint8extended(rapport.entreprise_id::bigint, 1) AS hash,
        age(rapport.xmin) AS age
    FROM rapports_rapport AS rapport
    UNION ALL
    SELECT
        rapport.entreprise_id::bigint AS number,
        hashint8extended(rapport.entreprise_id::bigint, 2) AS hash,
        least(age(rapport.xmin), age(document.xmin)) AS age
    FROM rapports_rapport AS rapport
    JOIN rapports_document AS document ON document.rapport_id = rapport.id
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
