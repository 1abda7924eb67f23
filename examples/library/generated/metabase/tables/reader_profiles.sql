-- reader_profiles: Who the readers are. What fewer than ten of them share stays in production.
CREATE TABLE IF NOT EXISTS library.reader_profiles (
    row_id uuid NOT NULL,
    age text NOT NULL,
    commune text NOT NULL,
    PRIMARY KEY (row_id)
);

COMMENT ON TABLE library.reader_profiles IS 'Who the readers are. What fewer than ten of them share stays in production.';
COMMENT ON COLUMN library.reader_profiles.row_id IS 'Number of the row, without meaning.';
COMMENT ON COLUMN library.reader_profiles.age IS 'Age reached this year.';
COMMENT ON COLUMN library.reader_profiles.commune IS 'Commune of the branch.';
