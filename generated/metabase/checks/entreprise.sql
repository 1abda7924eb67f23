-- entreprise: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    '' AS "column",
    'rows: 1...' AS rule,
    count(*) AS rows
FROM impact.entreprise
HAVING count(*) < 1;

SELECT
    'error' AS severity,
    'siren' AS "column",
    'unique' AS rule,
    sum(repeated.copies)::bigint AS rows
FROM (
    SELECT count(*) AS copies
    FROM impact.entreprise
    WHERE entreprise.siren IS NOT NULL
    GROUP BY entreprise.siren
    HAVING count(*) > 1
) AS repeated
HAVING count(*) > 0;

SELECT
    'warning' AS severity,
    'modifiee_le' AS "column",
    'freshness: 31 days' AS rule,
    count(*) AS rows
FROM impact.entreprise
HAVING (
        (max(entreprise.modifiee_le) AT TIME ZONE 'Europe/Paris')::date
            >= current_setting('impact.today')::date - 31
    ) IS NOT TRUE;
