-- library: what readers see. library_internal: staging, files applied, names that may go, the ledger of runs, how the last is undone.
CREATE SCHEMA IF NOT EXISTS library;
CREATE SCHEMA IF NOT EXISTS library_internal;
REVOKE ALL ON SCHEMA library FROM PUBLIC;
REVOKE ALL ON SCHEMA library_internal FROM PUBLIC;

CREATE TABLE IF NOT EXISTS library_internal.applied (
    file text,
    digest text NOT NULL,
    PRIMARY KEY (file)
);

CREATE TABLE IF NOT EXISTS library_internal.departure (
    table_name text NOT NULL,
    column_name text NOT NULL,
    until date NOT NULL,
    is_end boolean NOT NULL,
    PRIMARY KEY (table_name, column_name)
);

CREATE TABLE IF NOT EXISTS library_internal.run (
    id bigint GENERATED ALWAYS AS IDENTITY,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    as_of date NOT NULL,
    rows_read bigint NOT NULL,
    rows_written bigint NOT NULL,
    rows_deleted bigint NOT NULL,
    PRIMARY KEY (id)
);

ALTER TABLE library_internal.run ALTER COLUMN finished_at DROP NOT NULL;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS outcome text DEFAULT 'published' NOT NULL;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS exit_code integer;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS failed_on text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS sql_state text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS rows_unchanged bigint;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS source_kind text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS source_version integer;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS source_position text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS source_lag double precision;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS snapshot_at timestamp with time zone;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS digest text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS version text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS publication text;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS keeps_previous boolean DEFAULT false NOT NULL;
ALTER TABLE library_internal.run ADD COLUMN IF NOT EXISTS rolled_back_at timestamp with time zone;

CREATE TABLE IF NOT EXISTS library_internal.run_model (
    run bigint NOT NULL,
    name text NOT NULL,
    rows_read bigint,
    rows_written bigint NOT NULL,
    rows_unchanged bigint,
    rows_deleted bigint NOT NULL,
    rows_withheld bigint,
    rows_published bigint,
    rows_kept bigint,
    has_changed boolean NOT NULL,
    read_seconds double precision,
    load_seconds double precision,
    digest text NOT NULL,
    PRIMARY KEY (run, name),
    FOREIGN KEY (run) REFERENCES library_internal.run (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE IF NOT EXISTS library_internal.refresh (
    name text NOT NULL,
    run bigint NOT NULL,
    definition text NOT NULL,
    key text NOT NULL,
    server text NOT NULL,
    as_of date,
    PRIMARY KEY (name)
);

ALTER TABLE library_internal.refresh ADD COLUMN IF NOT EXISTS history text;
ALTER TABLE library_internal.refresh ADD COLUMN IF NOT EXISTS since bigint;

CREATE TABLE IF NOT EXISTS library_internal.published_state (
    run bigint NOT NULL,
    definition text NOT NULL,
    as_of date NOT NULL,
    key text NOT NULL,
    server text NOT NULL,
    transaction bigint NOT NULL,
    PRIMARY KEY (run)
);

CREATE TABLE IF NOT EXISTS library_internal.known_block (
    model text NOT NULL,
    name bigint NOT NULL,
    digest bigint NOT NULL,
    PRIMARY KEY (model, name)
);

CREATE TABLE IF NOT EXISTS library_internal.known_range (
    model text NOT NULL,
    block bigint NOT NULL,
    name bigint NOT NULL,
    digest bigint NOT NULL,
    PRIMARY KEY (model, block, name)
);

DROP TABLE IF EXISTS library_internal.range;

DROP TABLE IF EXISTS library_internal.stamped_block;

DROP TABLE IF EXISTS library_internal.stamped_range;

CREATE TABLE IF NOT EXISTS library_internal.former (
    name text NOT NULL,
    row_count bigint NOT NULL,
    published_as text,
    published_count bigint,
    PRIMARY KEY (name)
);

CREATE TABLE IF NOT EXISTS library_internal.undo (
    place integer NOT NULL,
    statement text NOT NULL,
    role text,
    PRIMARY KEY (place)
);
