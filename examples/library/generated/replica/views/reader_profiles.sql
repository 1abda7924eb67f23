-- reader_profiles: Who the readers are. What fewer than ten of them share stays in production. For a DBA to install in production.
CREATE SCHEMA IF NOT EXISTS library_views;

CREATE OR REPLACE VIEW library_views.reader_profiles WITH (security_barrier) AS
WITH exposed AS (
    SELECT
        CASE
            WHEN extract(year FROM current_setting('impact.today')::date)::int - reader.birth_year < 18
                THEN '< 18'
            WHEN extract(year FROM current_setting('impact.today')::date)::int - reader.birth_year < 30
                THEN '18 - 29'
            WHEN extract(year FROM current_setting('impact.today')::date)::int - reader.birth_year < 45
                THEN '30 - 44'
            WHEN extract(year FROM current_setting('impact.today')::date)::int - reader.birth_year < 60
                THEN '45 - 59'
            WHEN extract(year FROM current_setting('impact.today')::date)::int - reader.birth_year < 75
                THEN '60 - 74'
            WHEN extract(year FROM current_setting('impact.today')::date)::int - reader.birth_year >= 75
                THEN '>= 75'
        END AS age,
        branch.commune,
        reader.id AS class_unit
    FROM reader
    JOIN branch ON branch.id = reader.branch_id
),
counted AS (
    SELECT
        exposed.age,
        exposed.commune,
        dense_rank() OVER (PARTITION BY exposed.age, exposed.commune ORDER BY exposed.class_unit)
            + dense_rank() OVER (PARTITION BY exposed.age, exposed.commune ORDER BY exposed.class_unit DESC) - 1 AS class_units
    FROM exposed
)
SELECT
    encode(substr(sha256(convert_to(
        ROW(counted.age, counted.commune)::text || '|' || row_number() OVER (PARTITION BY counted.age, counted.commune),
        'UTF8'
    )), 1, 16), 'hex')::uuid AS row_id,
    counted.age,
    counted.commune
FROM counted
WHERE counted.class_units >= 10;
