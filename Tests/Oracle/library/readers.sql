-- branch_id, joined_on, age, first_loan_on
SELECT r.branch_id, (r.joined_at AT TIME ZONE 'Europe/Paris')::date,
       CASE width_bucket(2026 - r.birth_year, ARRAY[18, 30, 45, 60, 75])
           WHEN 0 THEN '< 18' WHEN 1 THEN '18 - 29' WHEN 2 THEN '30 - 44' WHEN 3 THEN '45 - 59' WHEN 4 THEN '60 - 74' ELSE '>= 75'
       END,
       (SELECT (l.borrowed_at AT TIME ZONE 'Europe/Paris')::date FROM loan l WHERE l.reader_id = r.id ORDER BY l.borrowed_at LIMIT 1)
FROM reader r
