-- month, lent, since_last_month, since_last_year, this_year, share_late, share_late_numerator
WITH month AS (
    SELECT m::date AS day, to_char(m, 'YYYY-MM') AS name, to_char(m - interval '1 month', 'YYYY-MM') AS before,
           to_char(m - interval '1 year', 'YYYY-MM') AS year_before
    FROM generate_series(timestamp '2024-06-01', '2026-06-01', interval '1 month') AS m
),
lent AS (
    SELECT month.*, count(l.id) AS n,
           count(l.id) FILTER (WHERE coalesce((l.returned_at AT TIME ZONE 'Europe/Paris')::date, '2026-06-15') > l.due_on) AS late
    FROM month
    LEFT JOIN loan l ON to_char(l.borrowed_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') = month.name
    GROUP BY 1, 2, 3, 4
)
SELECT day, n, n - (SELECT e.n FROM lent e WHERE e.name = lent.before), n - (SELECT e.n FROM lent e WHERE e.name = lent.year_before),
       (SELECT sum(e.n) FROM lent e WHERE left(e.name, 4) = left(lent.name, 4) AND e.day <= lent.day)::bigint,
       round(late::numeric / n, 4), late
FROM lent
