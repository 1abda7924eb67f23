-- avancement_vsme: Répartition des rapports VSME selon leur avancement. Only what changed is written.
CREATE UNLOGGED TABLE impact_internal.avancement_vsme AS
SELECT
    CASE
        WHEN vsme.progression < 1 THEN '< 1'
        WHEN vsme.progression < 25 THEN '1 - 24'
        WHEN vsme.progression < 50 THEN '25 - 49'
        WHEN vsme.progression < 75 THEN '50 - 74'
        WHEN vsme.progression < 100 THEN '75 - 99'
        WHEN vsme.progression >= 100 THEN '>= 100'
    END AS avancement,
    count(*) AS rapports
FROM impact.vsme
GROUP BY 1;

DELETE FROM impact.avancement_vsme AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.avancement_vsme AS staged
    WHERE staged.avancement = published.avancement
        AND staged.rapports = published.rapports
);

INSERT INTO impact.avancement_vsme (
    avancement,
    rapports
)
SELECT
    staged.avancement,
    staged.rapports
FROM impact_internal.avancement_vsme AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.avancement_vsme AS published
    WHERE published.avancement = staged.avancement
        AND published.rapports = staged.rapports
)
ORDER BY staged.avancement;

DROP TABLE impact_internal.avancement_vsme;
