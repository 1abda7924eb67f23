-- synchronization: How fresh the data is: a row for each published table, written by each synchronization.
CREATE TABLE IF NOT EXISTS library.synchronization (
    published_table text NOT NULL,
    synchronized_at timestamp with time zone NOT NULL,
    data_as_of timestamp with time zone,
    row_count bigint,
    has_changed boolean NOT NULL,
    restored_at timestamp with time zone,
    PRIMARY KEY (published_table)
);

COMMENT ON TABLE library.synchronization IS 'How fresh the data is: a row for each published table, written by each synchronization.';
COMMENT ON COLUMN library.synchronization.published_table IS 'The published model or metric.';
COMMENT ON COLUMN library.synchronization.synchronized_at IS 'End of the table''s last synchronization.';
COMMENT ON COLUMN library.synchronization.data_as_of IS 'The moment of production that the data shows.';
COMMENT ON COLUMN library.synchronization.row_count IS 'Published rows; empty for what is computed when it is read.';
COMMENT ON COLUMN library.synchronization.has_changed IS 'The last synchronization changed something in it.';
COMMENT ON COLUMN library.synchronization.restored_at IS 'When a later synchronization was undone and this data put back; empty otherwise.';
