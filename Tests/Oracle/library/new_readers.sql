-- quarter, commune, joined, borrowed_soon, borrowed_soon_numerator, borrowed_soon_denominator, reason
WITH newcomer AS (
    SELECT date_trunc('quarter', joined_on)::date AS quarter, commune, joined_on <= date '2026-06-15' - 30 AS counts,
           EXISTS (
               SELECT FROM loan
               WHERE loan.reader_id = reader_of_commune.id
                 AND (borrowed_at AT TIME ZONE 'Europe/Paris')::date - joined_on BETWEEN 0 AND 30
           ) AS borrowed
    FROM (
        SELECT r.id, b.commune, (r.joined_at AT TIME ZONE 'Europe/Paris')::date AS joined_on
        FROM reader r JOIN branch b ON b.id = r.branch_id
    ) AS reader_of_commune
),
cell AS (
    SELECT q::date AS quarter, c.commune, count(n.quarter) AS joined, count(*) FILTER (WHERE n.counts) AS whole,
           count(*) FILTER (WHERE n.counts AND n.borrowed) AS part
    FROM generate_series(timestamp '2024-04-01', '2026-04-01', interval '3 months') AS q
    CROSS JOIN (SELECT DISTINCT commune FROM branch) AS c
    LEFT JOIN newcomer n ON n.quarter = q AND n.commune = c.commune
    GROUP BY 1, 2
)
-- Hidden where those who borrowed, those who did not, or those who joined too lately to tell, are one to four.
SELECT quarter, commune,
       CASE WHEN NOT few THEN joined END, CASE WHEN NOT few THEN round(part::numeric / nullif(whole, 0), 4) END,
       CASE WHEN NOT few THEN part END, CASE WHEN NOT few THEN whole END, CASE WHEN few THEN 'threshold' END
FROM (
    SELECT *, part BETWEEN 1 AND 4 OR whole - part BETWEEN 1 AND 4 OR joined - whole BETWEEN 1 AND 4 AS few
    FROM cell
) AS judged
