-- reader_profiles: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE library_internal.reader_profiles (
    row_id uuid,
    age text,
    commune text
);
