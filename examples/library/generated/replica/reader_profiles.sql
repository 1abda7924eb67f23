-- reader_profiles: Who the readers are. What fewer than ten of them share stays in production.
SELECT reader_profiles.row_id, reader_profiles.age, reader_profiles.commune
FROM library_views.reader_profiles;
