-- effectifs: a row for each rule that does not hold (the first: classes too small to hide anybody). One that is no warning stops the publication.
SELECT count(*) AS rows
FROM impact.effectifs
GROUP BY effectifs.effectif
HAVING count(*) < 5;

SELECT
    'warning' AS severity,
    '' AS "column",
    'rows: 10...' AS rule,
    count(*) AS rows
FROM impact.effectifs
HAVING count(*) < 10;

-- effectifs: Effectifs.
WITH exposed AS (
    SELECT
        entreprise.effectif::bigint AS effectif,
        entreprise.id AS class_unit
    FROM entreprises_entreprise AS entreprise
),
counted AS (
    SELECT
        exposed.effectif,
        dense_rank() OVER (PARTITION BY exposed.effectif ORDER BY exposed.class_unit)
            + dense_rank() OVER (PARTITION BY exposed.effectif ORDER BY exposed.class_unit DESC) - 1 AS class_units
    FROM exposed
)
SELECT
    encode(substr(sha256(convert_to(
        ROW(counted.effectif)::text || '|' || row_number() OVER (PARTITION BY counted.effectif),
        'UTF8'
    )), 1, 16), 'hex')::uuid AS ligne,
    counted.effectif
FROM counted
WHERE counted.class_units >= 5;
