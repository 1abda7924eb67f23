-- lending: Loans of each month, beside the month before and the same month a year earlier. Only what changed is written.
CREATE TABLE IF NOT EXISTS library_internal.lending_previous (LIKE library.lending);

DELETE FROM library_internal.lending_previous;

CREATE UNLOGGED TABLE library_internal.lending AS
WITH cells AS (
    SELECT
        date_trunc('month', loans.borrowed_in)::date AS month,
        count(*) AS lent,
        count(*) FILTER (WHERE loans.late) AS share_late
    FROM library.loans
    GROUP BY 1
),
periods AS (
    SELECT
        generate_series(
            min(cells.month)::timestamp,
            greatest(max(cells.month), date_trunc('month', current_setting('impact.today')::date)::date)::timestamp,
            interval '1 month'
        )::date AS month
    FROM cells
)
SELECT
    periods.month,
    coalesce(cells.lent, 0) AS lent,
    (coalesce(cells.lent, 0) - lag(coalesce(cells.lent, 0)) OVER (ORDER BY periods.month))::bigint AS since_last_month,
    (coalesce(cells.lent, 0) - lag(coalesce(cells.lent, 0), 12) OVER (ORDER BY periods.month))::bigint AS since_last_year,
    sum(coalesce(cells.lent, 0)) OVER (PARTITION BY date_trunc('year', periods.month) ORDER BY periods.month)::bigint AS this_year,
    round(coalesce(cells.share_late, 0)::numeric / nullif(coalesce(cells.lent, 0), 0), 4) AS share_late,
    coalesce(cells.share_late, 0) AS share_late_numerator
FROM periods
LEFT JOIN cells ON cells.month = periods.month;

WITH replaced AS (
    DELETE FROM library.lending AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.lending AS staged
        WHERE staged.month = published.month
            AND (
                staged.lent,
                staged.since_last_month,
                staged.since_last_year,
                staged.this_year,
                staged.share_late,
                staged.share_late_numerator
            ) IS NOT DISTINCT FROM (
                published.lent,
                published.since_last_month,
                published.since_last_year,
                published.this_year,
                published.share_late,
                published.share_late_numerator
            )
    )
    RETURNING published.*
)
INSERT INTO library_internal.lending_previous
SELECT * FROM replaced;

INSERT INTO library.lending (
    month,
    lent,
    since_last_month,
    since_last_year,
    this_year,
    share_late,
    share_late_numerator
)
SELECT
    staged.month,
    staged.lent,
    staged.since_last_month,
    staged.since_last_year,
    staged.this_year,
    staged.share_late,
    staged.share_late_numerator
FROM library_internal.lending AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library.lending AS published
    WHERE published.month = staged.month
        AND (
            published.lent,
            published.since_last_month,
            published.since_last_year,
            published.this_year,
            published.share_late,
            published.share_late_numerator
        ) IS NOT DISTINCT FROM (
            staged.lent,
            staged.since_last_month,
            staged.since_last_year,
            staged.this_year,
            staged.share_late,
            staged.share_late_numerator
        )
)
ORDER BY staged.month;

DROP TABLE library_internal.lending;
