-- books: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    'copies' AS "column",
    'range: 1...' AS rule,
    count(*) AS rows
FROM library.books
WHERE books.copies < 1
HAVING count(*) > 0;
