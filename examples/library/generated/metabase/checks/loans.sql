-- loans: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    '' AS "column",
    'rows: 1...' AS rule,
    count(*) AS rows
FROM library.loans
HAVING count(*) < 1;

SELECT
    'error' AS severity,
    'state' AS "column",
    'oneOf' AS rule,
    count(*) AS rows
FROM library.loans
WHERE loans.state NOT IN ('back', 'out', 'overdue')
HAVING count(*) > 0;
