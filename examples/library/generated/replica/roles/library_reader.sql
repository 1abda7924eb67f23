-- `library_reader`, the runner's role on production. For a DBA to run on the primary, before replica/grants.sql; its password is set apart.
BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'library_reader') THEN
        CREATE ROLE library_reader LOGIN;
    END IF;
END
$$;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO library_reader', current_database());
    EXECUTE format('ALTER ROLE library_reader IN DATABASE %I SET default_transaction_read_only = ''on''', current_database());
END
$$;

COMMIT;
