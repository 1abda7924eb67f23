-- Who owns, publishes and reads `library`. For an administrator to run in its database; passwords are set apart.
BEGIN;

-- `library_owner` owns what is published, and `library` publishes as a member of it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'library_owner') THEN
        CREATE ROLE library_owner NOLOGIN;
    END IF;
END
$$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'library') THEN
        CREATE ROLE library LOGIN;
    END IF;
END
$$;

GRANT library_owner TO library;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO library', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO library_owner', current_database());
END
$$;

CREATE SCHEMA IF NOT EXISTS library AUTHORIZATION library_owner;
ALTER SCHEMA library OWNER TO library_owner;
CREATE SCHEMA IF NOT EXISTS library_internal AUTHORIZATION library_owner;
ALTER SCHEMA library_internal OWNER TO library_owner;
REVOKE ALL ON SCHEMA library FROM PUBLIC;
REVOKE ALL ON SCHEMA library_internal FROM PUBLIC;

-- What an earlier set-up left to another owner.
DO $$
DECLARE
    held record;
BEGIN
    FOR held IN
        SELECT n.nspname, c.relname
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('library', 'library_internal')
            AND c.relkind IN ('r', 'p', 'v', 'm')
            AND pg_catalog.pg_get_userbyid(c.relowner) <> 'library_owner'
    LOOP
        EXECUTE format('ALTER TABLE %I.%I OWNER TO library_owner', held.nspname, held.relname);
    END LOOP;
END
$$;

-- `metabase` reads what is published. Metabase's own role is none of the readers: read-only, it could not keep its tables.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'metabase') THEN
        CREATE ROLE metabase LOGIN;
    END IF;
END
$$;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE pg_catalog.pg_get_userbyid(relowner) = 'metabase') THEN
        RAISE EXCEPTION USING MESSAGE = 'the role "metabase" owns tables of this database, and a reader owns nothing';
    END IF;
END
$$;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO metabase', current_database());
    EXECUTE format('ALTER ROLE metabase IN DATABASE %I SET default_transaction_read_only = ''on''', current_database());
    EXECUTE format('ALTER ROLE metabase IN DATABASE %I SET statement_timeout = ''5min''', current_database());
    EXECUTE format('ALTER ROLE metabase IN DATABASE %I SET lock_timeout = ''10s''', current_database());
    EXECUTE format('ALTER ROLE metabase IN DATABASE %I SET idle_in_transaction_session_timeout = ''5min''', current_database());
END
$$;

GRANT USAGE ON SCHEMA library TO metabase;

COMMIT;
