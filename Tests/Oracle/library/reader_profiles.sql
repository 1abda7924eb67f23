-- age, commune
WITH profile AS (
    SELECT CASE width_bucket(2026 - r.birth_year, ARRAY[18, 30, 45, 60, 75])
               WHEN 0 THEN '< 18' WHEN 1 THEN '18 - 29' WHEN 2 THEN '30 - 44' WHEN 3 THEN '45 - 59' WHEN 4 THEN '60 - 74' ELSE '>= 75'
           END AS age,
           b.commune
    FROM reader r JOIN branch b ON b.id = r.branch_id
)
SELECT age, commune
FROM profile
WHERE (age, commune) IN (SELECT age, commune FROM profile GROUP BY age, commune HAVING count(*) >= 10)
