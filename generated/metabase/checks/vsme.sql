-- vsme: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    'statut' AS "column",
    'oneOf' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme.statut NOT IN ('A JOUR', 'EN COURS')
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'choix_module' AS "column",
    'oneOf' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme.choix_module NOT IN ('base', 'complet')
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme.progression < 0 OR vsme.progression > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B1' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B1" < 0 OR vsme."progression_B1" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B2' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B2" < 0 OR vsme."progression_B2" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B3' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B3" < 0 OR vsme."progression_B3" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B4' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B4" < 0 OR vsme."progression_B4" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B5' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B5" < 0 OR vsme."progression_B5" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B6' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B6" < 0 OR vsme."progression_B6" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B7' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B7" < 0 OR vsme."progression_B7" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B8' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B8" < 0 OR vsme."progression_B8" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B9' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B9" < 0 OR vsme."progression_B9" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B10' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B10" < 0 OR vsme."progression_B10" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_B11' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_B11" < 0 OR vsme."progression_B11" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C1' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C1" < 0 OR vsme."progression_C1" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C2' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C2" < 0 OR vsme."progression_C2" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C3' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C3" < 0 OR vsme."progression_C3" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C4' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C4" < 0 OR vsme."progression_C4" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C5' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C5" < 0 OR vsme."progression_C5" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C6' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C6" < 0 OR vsme."progression_C6" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C7' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C7" < 0 OR vsme."progression_C7" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C8' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C8" < 0 OR vsme."progression_C8" > 100
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'progression_C9' AS "column",
    'range: 0...100' AS rule,
    count(*) AS rows
FROM impact.vsme
WHERE vsme."progression_C9" < 0 OR vsme."progression_C9" > 100
HAVING count(*) > 0;
