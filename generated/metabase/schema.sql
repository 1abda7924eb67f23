-- impact: what readers see. impact_internal: staging, which generated files are applied, names that may go, and the ledger of runs.
CREATE SCHEMA IF NOT EXISTS impact;
CREATE SCHEMA IF NOT EXISTS impact_internal;
REVOKE ALL ON SCHEMA impact FROM PUBLIC;
REVOKE ALL ON SCHEMA impact_internal FROM PUBLIC;

CREATE TABLE IF NOT EXISTS impact_internal.applied (
    file text,
    digest text NOT NULL,
    PRIMARY KEY (file)
);

CREATE TABLE IF NOT EXISTS impact_internal.departure (
    table_name text NOT NULL,
    column_name text NOT NULL,
    until date NOT NULL,
    is_end boolean NOT NULL,
    PRIMARY KEY (table_name, column_name)
);

CREATE TABLE IF NOT EXISTS impact_internal.run (
    id bigint GENERATED ALWAYS AS IDENTITY,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    as_of date NOT NULL,
    rows_read bigint NOT NULL,
    rows_written bigint NOT NULL,
    rows_deleted bigint NOT NULL,
    PRIMARY KEY (id)
);
