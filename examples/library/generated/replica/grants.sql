-- What `library_reader`, the runner's role on production, may read: these views and nothing else. For a DBA to run after replica/views/*.sql.
GRANT USAGE ON SCHEMA library_views TO library_reader;
GRANT SELECT ON library_views.branches TO library_reader;
GRANT SELECT ON library_views.books TO library_reader;
GRANT SELECT ON library_views.loans TO library_reader;
GRANT SELECT ON library_views.readers TO library_reader;
GRANT SELECT ON library_views.reader_profiles TO library_reader;
