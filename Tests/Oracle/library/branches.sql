-- branch_id, name, commune, opened_on, readers
SELECT b.id, b.name, b.commune, b.opened_on, (SELECT round(count(*) / 10.0) * 10 FROM reader r WHERE r.branch_id = b.id)::int
FROM branch b
