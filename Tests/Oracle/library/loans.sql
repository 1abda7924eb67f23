-- loan_id, branch_id, subject, borrowed_in, state, late
SELECT l.id, l.branch_id, b.subject, to_char(l.borrowed_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-01'),
       CASE WHEN l.returned_at IS NOT NULL THEN 'back' WHEN l.due_on < '2026-06-15' THEN 'overdue' ELSE 'out' END,
       l.due_on < least((l.returned_at AT TIME ZONE 'Europe/Paris')::date, '2026-06-15')
FROM loan l, book b
WHERE b.id = l.book_id
