# How each table is refreshed

*By ranges*: production tells which numbers have new rows, and in which ranges of 64 some came or went; or, where it
cannot, a digest of each range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `comptes` | by ranges of `jeton` | from `users_user`, `habilitations_habilitation` |

-- comptes: Comptes, avec ce qui s'y rattache : un rattachement qui change de compte change deux plages. Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
users_user AS (
    SELECT users_user.id
    FROM users_user
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = users_user.id)
),
habilitations_habilitation AS (
    SELECT
        habilitations_habilitation.id,
        habilitations_habilitation.user_id,
        habilitations_habilitation.role,
        habilitations_habilitation.created_at
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.user_id)
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS jeton,
    coalesce(habilitations.rattachements, 0) AS rattachements,
    habilitations_last.role
FROM users_user AS utilisateur
LEFT JOIN (
    SELECT
        habilitation.user_id,
        count(*) AS rattachements
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.user_id
) AS habilitations ON habilitations.user_id = utilisateur.id
LEFT JOIN (
    SELECT DISTINCT ON (habilitation.user_id)
        habilitation.user_id,
        habilitation.role
    FROM habilitations_habilitation AS habilitation
    ORDER BY habilitation.user_id, habilitation.created_at DESC, habilitation.id DESC
) AS habilitations_last ON habilitations_last.user_id = utilisateur.id;

-- comptes: Comptes, avec ce qui s'y rattache : un rattachement qui change de compte change deux plages.
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
    coalesce(habilitations.rattachements, 0) AS rattachements,
    habilitations_last.role
FROM users_user AS utilisateur
LEFT JOIN (
    SELECT
        habilitation.user_id,
        count(*) AS rattachements
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.user_id
) AS habilitations ON habilitations.user_id = utilisateur.id
LEFT JOIN (
    SELECT DISTINCT ON (habilitation.user_id)
        habilitation.user_id,
        habilitation.role
    FROM habilitations_habilitation AS habilitation
    ORDER BY habilitation.user_id, habilitation.created_at DESC, habilitation.id DESC
) AS habilitations_last ON habilitations_last.user_id = utilisateur.id;

-- comptes: of each block of 65536 numbers, a digest of all that its rows are made from; and its ranges of 16, where that is none of `impact.known`.
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
rows AS (
    SELECT
        utilisateur.id::bigint >> 4 AS range,
        hashtextextended(utilisateur.id::text, 0) AS hash
    FROM users_user AS utilisateur
    UNION ALL
    SELECT
        habilitation.user_id::bigint >> 4 AS range,
        hashtextextended(
            (habilitation.id, habilitation.user_id, habilitation.role, habilitation.created_at)::text,
            1
        ) AS hash
    FROM habilitations_habilitation AS habilitation
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
        substr(sha256(
            (SELECT key FROM range_key) || convert_to('block|' || (ranges.range >> 12), 'UTF8')
        ), 1, 8) AS name,
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
    set_byte(
        substr(sha256(
            (SELECT key FROM range_key) || convert_to('range|' || (ranges.range >> 2), 'UTF8')
        ), 1, 8),
        7,
        (ranges.range & 3)::integer
    ) AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('rows|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 12 = blocks.block AND known.digest IS NULL
ORDER BY blocks.block;

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

-- comptes: of each block of 65536 numbers, a digest of those that have rows; and its ranges of 64, where that is none of `impact.known`, or rows are newer than transaction `impact.since`.
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
