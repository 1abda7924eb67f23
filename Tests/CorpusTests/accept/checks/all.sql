-- entreprises: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    '' AS "column",
    'rows: 1...1000000' AS rule,
    count(*) AS rows
FROM impact.entreprises
HAVING count(*) < 1 OR count(*) > 1000000;

SELECT
    'error' AS severity,
    'naf, creee_le' AS "column",
    'unique' AS rule,
    sum(repeated.copies)::bigint AS rows
FROM (
    SELECT count(*) AS copies
    FROM impact.entreprises
    WHERE entreprises.naf IS NOT NULL
        AND entreprises.creee_le IS NOT NULL
    GROUP BY entreprises.naf, entreprises.creee_le
    HAVING count(*) > 1
) AS repeated
HAVING count(*) > 0;

SELECT
    'warning' AS severity,
    'nom' AS "column",
    'unique' AS rule,
    sum(repeated.copies)::bigint AS rows
FROM (
    SELECT count(*) AS copies
    FROM impact.entreprises
    WHERE entreprises.nom IS NOT NULL
    GROUP BY entreprises.nom
    HAVING count(*) > 1
) AS repeated
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'modifiee_le' AS "column",
    'freshness: 7 days' AS rule,
    count(*) AS rows
FROM impact.entreprises
HAVING (
        (max(entreprises.modifiee_le) AT TIME ZONE 'Europe/Paris')::date
            >= current_setting('impact.today')::date - 7
    ) IS NOT TRUE;

SELECT
    'warning' AS severity,
    'creee_le' AS "column",
    'freshness: 365 days' AS rule,
    count(*) AS rows
FROM impact.entreprises
HAVING (max(entreprises.creee_le) >= current_setting('impact.today')::date - 365) IS NOT TRUE;

SELECT
    'error' AS severity,
    'id' AS "column",
    'range: 1...' AS rule,
    count(*) AS rows
FROM impact.entreprises
WHERE entreprises.id < 1
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'naf' AS "column",
    'oneOf' AS rule,
    count(*) AS rows
FROM impact.entreprises
WHERE entreprises.naf NOT IN ('62.01Z', 'l''autre')
HAVING count(*) > 0;

SELECT
    'warning' AS severity,
    'part' AS "column",
    'range: 0..<1' AS rule,
    count(*) AS rows
FROM impact.entreprises
WHERE entreprises.part < 0 OR entreprises.part >= 1
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'chiffre' AS "column",
    'range: ...1000000.5' AS rule,
    count(*) AS rows
FROM impact.entreprises
WHERE entreprises.chiffre > 1000000.5
HAVING count(*) > 0;

SELECT
    'error' AS severity,
    'effectif' AS "column",
    'oneOf' AS rule,
    count(*) AS rows
FROM impact.entreprises
WHERE entreprises.effectif NOT IN (-1, 0, 1)
HAVING count(*) > 0;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise."code_NAF" AS naf,
    entreprise.part::double precision AS part,
    entreprise.chiffre::numeric AS chiffre,
    entreprise.effectif::bigint AS effectif,
    entreprise.modifiee_le,
    entreprise.creee_le
FROM entreprises_entreprise AS entreprise;
