-- date, out, overdue
SELECT date '2026-06-15', count(*), count(*) FILTER (WHERE due_on < '2026-06-15')
FROM loan
WHERE returned_at IS NULL
