# How each table is refreshed

*By ranges*: production tells for each range of 64 numbers which have new rows, and which have rows at all; or, where it
cannot, a digest of the range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `comptes` | by ranges of `jeton` | from `users_user` |

-- comptes: Comptes, sous un pseudonyme : une plage disparue ne se reconnaît pas, et un jeton ne dit pas sa plage. Only the rows of `impact.places` in the ranges `impact.ranges`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
users_user AS (
    SELECT users_user.id, users_user.actif
    FROM users_user
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = users_user.id)
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS jeton,
    utilisateur.actif
FROM users_user AS utilisateur;

-- comptes: Comptes, sous un pseudonyme : une plage disparue ne se reconnaît pas, et un jeton ne dit pas sa plage.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS jeton,
    utilisateur.actif
FROM users_user AS utilisateur;

-- comptes: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of comptes', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        utilisateur.id::bigint >> 6 AS range,
        sum(hashtextextended((utilisateur.id, utilisateur.actif)::text, 0)) AS digest
    FROM users_user AS utilisateur
    GROUP BY utilisateur.id::bigint >> 6
)
SELECT
    ranges.range,
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to('range|' || ranges.range, 'UTF8')
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS name,
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

-- comptes: the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS jeton
FROM affected AS utilisateur;

-- comptes: of each range of 64 numbers from `impact.first` to `impact.last`, a digest of those that have rows.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of comptes', 'UTF8')
            )
        ) AS key
),
numbers AS (
    SELECT
        utilisateur.id::bigint AS number,
        hashint8extended(utilisateur.id::bigint, 0) AS hash
    FROM users_user AS utilisateur
    WHERE utilisateur.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
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
    bit_or(1::bigint << (numbers.number & 63)::integer) AS present
FROM numbers
GROUP BY numbers.number >> 6;

-- comptes: of each block of 65536 numbers, a digest of those that have rows; and the ranges where rows are newer than transaction `impact.since`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of comptes', 'UTF8')
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
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to('block|' || blocks.block, 'UTF8')
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS name,
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
