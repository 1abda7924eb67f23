-- entreprises: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    '' AS "column",
    'rows: 3...' AS rule,
    count(*) AS rows
FROM impact.entreprises
HAVING count(*) < 3;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise."code_NAF" AS naf
FROM entreprises_entreprise AS entreprise;
