-- readers: A reader, under a token. For a DBA to install in production.
CREATE SCHEMA IF NOT EXISTS library_views;

CREATE OR REPLACE VIEW library_views.readers WITH (security_barrier) AS
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('reader|' || reader.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS reader_id,
    reader.branch_id::bigint AS branch_id,
    (reader.joined_at AT TIME ZONE 'Europe/Paris')::date AS joined_on,
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
    (borrowings.first_loan_on AT TIME ZONE 'Europe/Paris')::date AS first_loan_on
FROM reader
LEFT JOIN (
    SELECT
        loan.reader_id,
        min(loan.borrowed_at) AS first_loan_on
    FROM loan
    GROUP BY loan.reader_id
) AS borrowings ON borrowings.reader_id = reader.id;
