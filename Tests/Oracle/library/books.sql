-- book_id, title, subject, copies, times_borrowed, copies_out
SELECT b.id, b.title, b.subject, b.copies, count(l.id), count(l.id) FILTER (WHERE l.returned_at IS NULL)
FROM book b
LEFT JOIN loan l ON l.book_id = b.id
GROUP BY b.id
