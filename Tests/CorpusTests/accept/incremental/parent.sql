# How each table is refreshed

*By ranges*: production gives a digest for each range of 64 numbers, and only the rows of ranges are read of which
it has changed. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another major version of production's server, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `rattachements` | by ranges of `id` | from `habilitations_habilitation`, `entreprises_entreprise` |

-- rattachements: Rattachements, avec le nom de l'entreprise et celui de sa mère : une table est lue à deux titres. Only the rows of the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + places.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[]) AS ranges (range)
    CROSS JOIN generate_series(0, 63) AS places (place)
),
habilitations_habilitation AS (
    SELECT habilitations_habilitation.id, habilitations_habilitation.entreprise_id
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.id)
)
SELECT
    habilitation.id::bigint AS id,
    entreprise.nom,
    mere.nom AS mere
FROM habilitations_habilitation AS habilitation
JOIN entreprises_entreprise AS entreprise ON entreprise.id = habilitation.entreprise_id
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id;

-- rattachements: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
ranges AS (
    SELECT
        habilitation.id::bigint >> 6 AS range,
        sum(hashtextextended((habilitation.id, habilitation.entreprise_id)::text, 0)) AS digest
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.id::bigint >> 6 AS range,
        sum(hashtextextended((entreprise.id, entreprise.nom, entreprise.mere_id)::text, 1)) AS digest
    FROM habilitations_habilitation AS habilitation
    JOIN entreprises_entreprise AS entreprise ON entreprise.id = habilitation.entreprise_id
    GROUP BY habilitation.id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.id::bigint >> 6 AS range,
        sum(hashtextextended((entreprise_3.id, entreprise_3.nom, entreprise_3.mere_id)::text, 2)) AS digest
    FROM habilitations_habilitation AS habilitation
    JOIN entreprises_entreprise AS entreprise ON entreprise.id = habilitation.entreprise_id
    JOIN entreprises_entreprise AS entreprise_3 ON entreprise_3.id = entreprise.mere_id
    GROUP BY habilitation.id::bigint >> 6
)
SELECT
    ranges.range,
    ranges.range AS name,
    (
        'x' || encode(substr(sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to(
                    'range of rattachements|' || ranges.range || '|' || sum(ranges.digest),
                    'UTF8'
                )
            )
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS digest
FROM ranges
GROUP BY ranges.range;

-- rattachements: the keys that rows of the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + places.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[]) AS ranges (range)
    CROSS JOIN generate_series(0, 63) AS places (place)
)
SELECT habilitation.id::bigint AS id
FROM affected AS habilitation;

-- rattachements: Rattachements, avec le nom de l'entreprise et celui de sa mère : une table est lue à deux titres.
SELECT
    habilitation.id::bigint AS id,
    entreprise.nom,
    mere.nom AS mere
FROM habilitations_habilitation AS habilitation
JOIN entreprises_entreprise AS entreprise ON entreprise.id = habilitation.entreprise_id
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id;
