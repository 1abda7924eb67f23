-- reader_profiles: classes too small to hide anybody. A single row stops the publication.
SELECT count(*) AS rows
FROM library.reader_profiles
GROUP BY reader_profiles.age, reader_profiles.commune
HAVING count(*) < 10;
