-- What `metabase` may do: read the published tables. REFERENCES lets Metabase see the keys.
GRANT USAGE ON SCHEMA library TO metabase;
GRANT SELECT, REFERENCES ON library.branches TO metabase;
GRANT SELECT, REFERENCES ON library.books TO metabase;
GRANT SELECT, REFERENCES ON library.loans TO metabase;
GRANT SELECT, REFERENCES ON library.readers TO metabase;
GRANT SELECT, REFERENCES ON library.reader_profiles TO metabase;
GRANT SELECT, REFERENCES ON library.lending TO metabase;
GRANT SELECT, REFERENCES ON library.books_out TO metabase;
GRANT SELECT, REFERENCES ON library.new_readers TO metabase;
GRANT SELECT, REFERENCES ON library.synchronization TO metabase;
GRANT SELECT, REFERENCES ON library._metabase_metadata TO metabase;
