-- roles: classes too small to hide anybody. A single row stops the publication.
SELECT count(*) AS rows
FROM impact.roles
GROUP BY roles.role
HAVING count(*) < 5;

# How each table is refreshed

*By ranges*: production tells which numbers have new rows, and in which ranges of 64 some came or went; or, where it
cannot, a digest of each range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `rapports` | whole | declared so |
| `roles` | whole | which rows are shown depends on all the others (`kAnonymous`) |
| `codes` | whole | no part of its key is a whole number of its source's row |
| `annees` | whole | no part of its key is a whole number of its source's row |

-- annees: Une clé d'une autre ligne.
SELECT
    rapport.annee::bigint AS annee,
    document.code
FROM rapports_document AS document
JOIN rapports_rapport AS rapport ON rapport.id = document.rapport_id;

-- codes: Une clé qui n'est pas un nombre.
SELECT
    document.code,
    document.rapport_id::bigint AS rapport
FROM rapports_document AS document;

-- rapports: Déclaré ainsi.
SELECT
    rapport.id::bigint AS id,
    rapport.annee::bigint AS annee
FROM rapports_rapport AS rapport;

-- roles: Des classes dépendent de toutes les lignes.
WITH exposed AS (
    SELECT
        habilitation.role,
        habilitation.user_id AS class_unit
    FROM habilitations_habilitation AS habilitation
),
counted AS (
    SELECT
        exposed.role,
        dense_rank() OVER (PARTITION BY exposed.role ORDER BY exposed.class_unit)
            + dense_rank() OVER (PARTITION BY exposed.role ORDER BY exposed.class_unit DESC) - 1 AS class_units
    FROM exposed
)
SELECT
    encode(substr(sha256(convert_to(
        ROW(counted.role)::text || '|' || row_number() OVER (PARTITION BY counted.role),
        'UTF8'
    )), 1, 16), 'hex')::uuid AS ligne,
    counted.role
FROM counted
WHERE counted.class_units >= 5;
