-- metabase/checks/orders.sql
-- orders: a row for each rule that does not hold. One that is no warning stops the publication.
SELECT
    'error' AS severity,
    'amount' AS "column",
    'range: 0...' AS rule,
    sum(orders_check_amount.rows)::bigint AS rows
FROM shop_arriving.orders_check_amount
HAVING sum(orders_check_amount.rows)::bigint > 0;

-- metabase/metrics/active_days.sql
-- active_days: Days are on several servers: their rows are asked for. Only what changed is written.
CREATE TABLE IF NOT EXISTS shop_internal.active_days_previous (LIKE shop.active_days);

DELETE FROM shop_internal.active_days_previous;

CREATE UNLOGGED TABLE shop_internal.active_days AS
SELECT
    orders.state,
    count(DISTINCT orders.day) AS days
FROM shop_arriving.orders
GROUP BY 1;

WITH replaced AS (
    DELETE FROM shop.active_days AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM shop_internal.active_days AS staged
        WHERE staged.state = published.state
            AND staged.days = published.days
    )
    RETURNING published.*
)
INSERT INTO shop_internal.active_days_previous
SELECT * FROM replaced;

INSERT INTO shop.active_days (
    state,
    days
)
SELECT
    staged.state,
    staged.days
FROM shop_internal.active_days AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM shop.active_days AS published
    WHERE published.state = staged.state
        AND published.days = staged.days
)
ORDER BY staged.state;

DROP TABLE shop_internal.active_days;

-- metabase/metrics/by_country.sql
-- by_country: By what each server has whole. Only what changed is written.
CREATE TABLE IF NOT EXISTS shop_internal.by_country_previous (LIKE shop.by_country);

DELETE FROM shop_internal.by_country_previous;

CREATE UNLOGGED TABLE shop_internal.by_country AS
SELECT
    by_country_part.country,
    coalesce(sum(by_country_part.amount), 0)::numeric AS amount
FROM shop_arriving.by_country_part
GROUP BY by_country_part.country;

WITH replaced AS (
    DELETE FROM shop.by_country AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM shop_internal.by_country AS staged
        WHERE staged.country = published.country
            AND staged.amount = published.amount
    )
    RETURNING published.*
)
INSERT INTO shop_internal.by_country_previous
SELECT * FROM replaced;

INSERT INTO shop.by_country (
    country,
    amount
)
SELECT
    staged.country,
    staged.amount
FROM shop_internal.by_country AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM shop.by_country AS published
    WHERE published.country = staged.country
        AND published.amount = staged.amount
)
ORDER BY staged.country;

DROP TABLE shop_internal.by_country;

-- metabase/metrics/loyal.sql
-- loyal: Computed when it is read, where one server holds all. Only what changed is written.
CREATE TABLE IF NOT EXISTS shop_internal.loyal_previous (LIKE shop.loyal);

DELETE FROM shop_internal.loyal_previous;

CREATE UNLOGGED TABLE shop_internal.loyal AS
SELECT
    loyal_part.country_id,
    sum(loyal_part.buyers)::bigint AS buyers
FROM shop_arriving.loyal_part
GROUP BY loyal_part.country_id;

WITH replaced AS (
    DELETE FROM shop.loyal AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM shop_internal.loyal AS staged
        WHERE staged.country_id = published.country_id
            AND staged.buyers = published.buyers
    )
    RETURNING published.*
)
INSERT INTO shop_internal.loyal_previous
SELECT * FROM replaced;

INSERT INTO shop.loyal (
    country_id,
    buyers
)
SELECT
    staged.country_id,
    staged.buyers
FROM shop_internal.loyal AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM shop.loyal AS published
    WHERE published.country_id = staged.country_id
        AND published.buyers = staged.buyers
)
ORDER BY staged.country_id;

DROP TABLE shop_internal.loyal;

-- metabase/metrics/monthly.sql
-- monthly: Each server's counts are added up; of customers too, since each is on one server only. Only what changed is written.
CREATE TABLE IF NOT EXISTS shop_internal.monthly_previous (LIKE shop.monthly);

DELETE FROM shop_internal.monthly_previous;

CREATE UNLOGGED TABLE shop_internal.monthly AS
WITH cells AS (
    SELECT
        monthly_cells.month,
        sum(monthly_cells.number)::bigint AS number,
        sum(monthly_cells.buyers)::bigint AS buyers,
        sum(monthly_cells.average) / nullif(sum(monthly_cells.average_count), 0) AS average,
        sum(monthly_cells.sent)::bigint AS sent
    FROM shop_arriving.monthly_cells
    GROUP BY monthly_cells.month
),
periods AS (
    SELECT
        generate_series(
            min(cells.month)::timestamp,
            greatest(max(cells.month), date_trunc('month', current_setting('impact.today')::date)::date)::timestamp,
            interval '1 month'
        )::date AS month
    FROM cells
)
SELECT
    periods.month,
    coalesce(cells.number, 0) AS number,
    coalesce(cells.buyers, 0) AS buyers,
    cells.average::numeric AS average,
    round(coalesce(cells.sent, 0)::numeric / nullif(coalesce(cells.number, 0), 0), 4) AS sent,
    coalesce(cells.sent, 0) AS sent_numerator,
    coalesce(cells.number, 0) AS sent_denominator
FROM periods
LEFT JOIN cells ON cells.month = periods.month;

WITH replaced AS (
    DELETE FROM shop.monthly AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM shop_internal.monthly AS staged
        WHERE staged.month = published.month
            AND (
                staged.number,
                staged.buyers,
                staged.average,
                staged.sent,
                staged.sent_numerator,
                staged.sent_denominator
            ) IS NOT DISTINCT FROM (
                published.number,
                published.buyers,
                published.average,
                published.sent,
                published.sent_numerator,
                published.sent_denominator
            )
    )
    RETURNING published.*
)
INSERT INTO shop_internal.monthly_previous
SELECT * FROM replaced;

INSERT INTO shop.monthly (
    month,
    number,
    buyers,
    average,
    sent,
    sent_numerator,
    sent_denominator
)
SELECT
    staged.month,
    staged.number,
    staged.buyers,
    staged.average,
    staged.sent,
    staged.sent_numerator,
    staged.sent_denominator
FROM shop_internal.monthly AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM shop.monthly AS published
    WHERE published.month = staged.month
        AND (
            published.number,
            published.buyers,
            published.average,
            published.sent,
            published.sent_numerator,
            published.sent_denominator
        ) IS NOT DISTINCT FROM (
            staged.number,
            staged.buyers,
            staged.average,
            staged.sent,
            staged.sent_numerator,
            staged.sent_denominator
        )
)
ORDER BY staged.month;

DROP TABLE shop_internal.monthly;

-- metabase/roles.sql
-- Who owns, publishes and reads `shop`. For an administrator to run in its database; passwords are set apart.
BEGIN;

-- `shop_owner` owns what is published, and `shop` publishes as a member of it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'shop_owner') THEN
        CREATE ROLE shop_owner NOLOGIN;
    END IF;
END
$$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'shop') THEN
        CREATE ROLE shop LOGIN;
    END IF;
END
$$;

GRANT shop_owner TO shop;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO shop', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO shop_owner', current_database());
END
$$;

CREATE SCHEMA IF NOT EXISTS shop AUTHORIZATION shop_owner;
ALTER SCHEMA shop OWNER TO shop_owner;
CREATE SCHEMA IF NOT EXISTS shop_internal AUTHORIZATION shop_owner;
ALTER SCHEMA shop_internal OWNER TO shop_owner;
REVOKE ALL ON SCHEMA shop FROM PUBLIC;
REVOKE ALL ON SCHEMA shop_internal FROM PUBLIC;

-- What an earlier set-up left to another owner.
DO $$
DECLARE
    held record;
BEGIN
    FOR held IN
        SELECT n.nspname, c.relname
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('shop', 'shop_internal')
            AND c.relkind IN ('r', 'p', 'v', 'm')
            AND pg_catalog.pg_get_userbyid(c.relowner) <> 'shop_owner'
    LOOP
        EXECUTE format('ALTER TABLE %I.%I OWNER TO shop_owner', held.nspname, held.relname);
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

GRANT USAGE ON SCHEMA shop TO metabase;

-- Several servers share the rows: they are asked for what they can compute.
CREATE EXTENSION IF NOT EXISTS postgres_fdw;

DO $$
BEGIN
    EXECUTE format('ALTER ROLE metabase IN DATABASE %I SET enable_partitionwise_join = ''on''', current_database());
    EXECUTE format('ALTER ROLE metabase IN DATABASE %I SET enable_partitionwise_aggregate = ''on''', current_database());
END
$$;

COMMIT;

-- metabase/rollback/loyal.sql
-- loyal: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM shop.loyal
WHERE loyal.xmin = current_setting('impact.publication')::xid;

INSERT INTO shop.loyal
SELECT * FROM shop_internal.loyal_previous;

DELETE FROM shop_internal.loyal_previous;

-- metabase/tables/customers.sql
-- customers: Customers, by the hash of whose number the rows are spread. Its rows are on the servers.
CREATE OR REPLACE VIEW shop.customers AS
SELECT customers.id, customers.since, customers.country_id
FROM shop_arriving.customers;

COMMENT ON VIEW shop.customers IS 'Customers, by the hash of whose number the rows are spread.';
COMMENT ON COLUMN shop.customers.id IS 'Number.';
COMMENT ON COLUMN shop.customers.since IS 'First day.';
COMMENT ON COLUMN shop.customers.country_id IS 'Country.';

-- metabase/tables/loyal.sql
-- loyal: Computed when it is read, where one server holds all.
CREATE TABLE IF NOT EXISTS shop.loyal (
    country_id bigint NOT NULL,
    buyers bigint NOT NULL,
    PRIMARY KEY (country_id)
);

COMMENT ON TABLE shop.loyal IS 'Computed when it is read, where one server holds all.';
COMMENT ON COLUMN shop.loyal.country_id IS 'Country.';
COMMENT ON COLUMN shop.loyal.buyers IS 'Customers who ordered.';

-- metabase/tables/orders.sql
-- orders: Orders, each where its customer is. Its rows are on the servers.
CREATE OR REPLACE VIEW shop.orders AS
SELECT orders.id, orders.customer_id, orders.day, orders.amount, orders.state
FROM shop_arriving.orders;

COMMENT ON VIEW shop.orders IS 'Orders, each where its customer is.';
COMMENT ON COLUMN shop.orders.id IS 'Number.';
COMMENT ON COLUMN shop.orders.customer_id IS 'Customer.';
COMMENT ON COLUMN shop.orders.day IS 'Day.';
COMMENT ON COLUMN shop.orders.amount IS 'Amount.';
COMMENT ON COLUMN shop.orders.state IS 'State.';

-- refresh.md
# How each table is refreshed

*By ranges*: production tells which numbers have new rows, and in which ranges of 64 some came or went; or, where it
cannot, a digest of each range. Only what may have changed is read. *Whole*: all rows are read, and those that differ are written. The first run, a new definition, a new
key, another server or another major version of it, and `--full` read a table whole, whatever it says here.

| Table | Refresh | |
| --- | --- | --- |
| `countries` | by ranges of `id` | from `country` |
| `customers` | whole | several servers share its rows, each publication anew (`spread`) |
| `orders` | whole | several servers share its rows, each publication anew (`spread`) |

-- replica/grants.sql
-- What `impact_reader`, the runner's role on production, may read: these columns and no other. For a DBA to run there.
GRANT USAGE ON SCHEMA public TO impact_reader;

GRANT SELECT (
    id,
    label
) ON country TO impact_reader;

GRANT SELECT (
    id,
    since,
    country_id
) ON customer TO impact_reader;

GRANT SELECT (
    id,
    day,
    amount,
    state,
    customer_id
) ON orders TO impact_reader;

-- Which transaction wrote a row: a run reads only those that changed. Without it, all that it reads is digested.
GRANT SELECT (
    xmin
) ON country TO impact_reader;

-- servers/parts/by_country_part.sql
-- by_country_part: from a server's own rows; what is published is computed from those of all.
CREATE TABLE shop_arriving.by_country_part AS
SELECT
    countries.label AS country,
    sum(orders.amount) AS amount
FROM shop_arriving.orders
LEFT JOIN shop_arriving.customers ON customers.id = orders.customer_id
LEFT JOIN shop_arriving.countries ON countries.id = customers.country_id
GROUP BY 1;

-- servers/parts/loyal_part.sql
-- loyal_part: from a server's own rows; what is published is computed from those of all.
CREATE TABLE shop_arriving.loyal_part AS
SELECT
    customers.country_id::bigint AS country_id,
    count(*) FILTER (
        WHERE EXISTS (
                SELECT 1
                FROM shop_arriving.orders
                WHERE orders.customer_id = customers.id
                    AND orders.state = 'sent'
            )
    ) AS buyers
FROM shop_arriving.customers
GROUP BY 1;

-- servers/parts/monthly_cells.sql
-- monthly_cells: from a server's own rows; what is published is computed from those of all.
CREATE TABLE shop_arriving.monthly_cells AS
SELECT
    date_trunc('month', orders.day)::date AS month,
    count(*) AS number,
    count(DISTINCT orders.customer_id) AS buyers,
    sum(orders.amount) AS average,
    count(orders.amount) AS average_count,
    count(*) FILTER (WHERE orders.state = 'sent') AS sent
FROM shop_arriving.orders
GROUP BY 1;

-- servers/parts/orders_check_amount.sql
-- orders_check_amount: from a server's own rows; what is published is computed from those of all.
CREATE TABLE shop_arriving.orders_check_amount AS
SELECT count(*) AS rows
FROM shop_arriving.orders
WHERE orders.amount < 0;

-- servers/roles.sql
-- Who publishes to a server that shares the rows of `shop`, and who asks it for them. For an administrator to run in its database; passwords are set apart.
BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'shop') THEN
        CREATE ROLE shop LOGIN;
    END IF;
END
$$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'shop_coordinator') THEN
        CREATE ROLE shop_coordinator LOGIN;
    END IF;
END
$$;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO shop', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO shop', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO shop_coordinator', current_database());
    EXECUTE format('ALTER ROLE shop_coordinator IN DATABASE %I SET default_transaction_read_only = ''on''', current_database());
END
$$;

COMMIT;

-- servers/tables/countries.sql
-- countries: whole on each server, whose other rows refer to it.
CREATE TABLE IF NOT EXISTS shop_arriving.countries (
    id bigint NOT NULL,
    label text NOT NULL,
    PRIMARY KEY (id)
);

-- servers/tables/customers.sql
-- customers: each server has the rows that the hash of `id` leads to.
CREATE TABLE shop_arriving.customers (
    id bigint NOT NULL,
    since date NOT NULL,
    country_id bigint NOT NULL
) PARTITION BY HASH (id);

-- servers/tables/orders.sql
-- orders: each server has the rows that the hash of `customer_id` leads to.
CREATE TABLE shop_arriving.orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    day date NOT NULL,
    amount numeric NOT NULL,
    state text NOT NULL
) PARTITION BY HASH (customer_id);
