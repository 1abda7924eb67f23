-- csrd: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    'statut' AS "column",
    'oneOf' AS rule,
    count(*) AS rows
FROM impact.csrd
WHERE csrd.statut NOT IN ('A JOUR', 'EN COURS', 'A ACTUALISER')
HAVING count(*) > 0;
