-- branches: A branch of the network. For a DBA to install in production.
CREATE SCHEMA IF NOT EXISTS library_views;

CREATE OR REPLACE VIEW library_views.branches WITH (security_barrier) AS
SELECT
    branch.id::bigint AS branch_id,
    branch.name,
    branch.commune,
    branch.opened_on,
    (round(coalesce(members.readers, 0)::numeric / 10) * 10)::bigint AS readers
FROM branch
LEFT JOIN (
    SELECT
        reader.branch_id,
        count(*) AS readers
    FROM reader
    GROUP BY reader.branch_id
) AS members ON members.branch_id = branch.id;
