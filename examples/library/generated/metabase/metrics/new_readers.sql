-- new_readers: Readers who joined in each quarter, by commune. Where fewer than five can be told apart, nothing is shown. Small cells are hidden, and others that would tell of them.
CREATE TABLE IF NOT EXISTS library_internal.new_readers_figures_previous (LIKE library_internal.new_readers_figures);

DELETE FROM library_internal.new_readers_figures_previous;

INSERT INTO library_internal.new_readers_states (revision, row_key, column_key, atom, quarter, commune, units, rows, rows_max, as_of)
WITH model_rows AS (
    SELECT
        date_trunc('quarter', readers.joined_on)::date AS quarter,
        branches.commune,
        readers.reader_id AS unit,
        (
            current_setting('impact.today')::date - readers.joined_on >= 30
            AND readers.first_loan_on >= readers.joined_on
            AND readers.first_loan_on - readers.joined_on <= 30
        ) IS TRUE AS condition_0,
        (current_setting('impact.today')::date - readers.joined_on >= 30) IS TRUE AS condition_1
    FROM library.readers
    LEFT JOIN library.branches ON branches.branch_id = readers.branch_id
),
contributions AS (
    SELECT
        ROW(model_rows.quarter, model_rows.commune)::text AS row_key,
        ROW()::text AS column_key,
        model_rows.quarter,
        model_rows.commune,
        model_rows.condition_0::integer + model_rows.condition_1::integer * 2 AS atom,
        count(*) AS rows
    FROM model_rows
    GROUP BY model_rows.quarter, model_rows.commune, atom, model_rows.unit
),
truth AS (
    SELECT
        contributions.row_key,
        contributions.column_key,
        contributions.atom,
        contributions.quarter,
        contributions.commune,
        count(*) AS units,
        sum(contributions.rows) AS rows,
        max(contributions.rows) AS rows_max
    FROM contributions
    GROUP BY contributions.row_key, contributions.column_key, contributions.atom, contributions.quarter, contributions.commune
),
latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.quarter,
        states.commune,
        states.units,
        states.rows,
        states.rows_max,
        states.as_of
    FROM library_internal.new_readers_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
known AS (
    SELECT
        truth.row_key,
        truth.column_key,
        truth.atom,
        truth.quarter,
        truth.commune,
        truth.units,
        truth.rows,
        truth.rows_max
    FROM truth
    UNION ALL
    SELECT
        latest.row_key,
        latest.column_key,
        latest.atom,
        latest.quarter,
        latest.commune,
        0 AS units,
        0 AS rows,
        0 AS rows_max
    FROM latest
),
observed AS (
    SELECT
        known.row_key,
        known.column_key,
        known.atom,
        known.quarter,
        known.commune,
        sum(known.units) AS units,
        sum(known.rows) AS rows,
        sum(known.rows_max) AS rows_max
    FROM known
    GROUP BY known.row_key, known.column_key, known.atom, known.quarter, known.commune
),
compared AS (
    SELECT
        observed.row_key,
        observed.column_key,
        observed.atom,
        observed.quarter,
        observed.commune,
        observed.units,
        observed.rows,
        observed.rows_max,
        observed.units - coalesce(latest.units, 0) AS moved,
        (observed.units, observed.rows, observed.rows_max)
            IS DISTINCT FROM (coalesce(latest.units, 0), coalesce(latest.rows, 0), coalesce(latest.rows_max, 0)) AS differs,
        NOT EXISTS (SELECT 1 FROM library_internal.new_readers_states AS states)
        OR (latest.units IS NOT NULL OR observed.units = 0 OR observed.units >= 5)
        AND NOT EXISTS (
            SELECT 1
            FROM library_internal.new_readers_states AS earlier
            WHERE earlier.row_key = observed.row_key
                AND earlier.column_key = observed.column_key
                AND earlier.atom = observed.atom
                AND (earlier.units, earlier.rows, earlier.rows_max)
                    IS DISTINCT FROM (observed.units, observed.rows, observed.rows_max)
                AND NOT CASE
                    WHEN earlier.units BETWEEN 1 AND 4 THEN observed.units >= 9
                    ELSE abs(observed.units - earlier.units) >= 5
                END
        ) AS is_safe,
        NOT EXISTS (
            SELECT 1
            FROM library_internal.new_readers_states AS earlier
            WHERE earlier.row_key = observed.row_key
                AND earlier.column_key = observed.column_key
                AND earlier.atom = observed.atom
                AND (earlier.units, earlier.rows, earlier.rows_max)
                    IS DISTINCT FROM (observed.units, observed.rows, observed.rows_max)
                AND NOT CASE
                    WHEN earlier.units BETWEEN 1 AND 4 THEN observed.units >= 9
                    ELSE abs(observed.units - earlier.units) >= 5
                END
                AND earlier.units >= 5
        ) AS was_unseen
    FROM observed
    LEFT JOIN latest
        ON latest.row_key = observed.row_key
            AND latest.column_key = observed.column_key
            AND latest.atom = observed.atom
),
cells AS (
    SELECT
        compared.row_key,
        compared.column_key,
        bool_and(compared.is_safe) AS moves_alone,
        bool_and(compared.was_unseen) AS was_unseen
    FROM compared
    GROUP BY compared.row_key, compared.column_key
),
pending AS (
    SELECT compared.row_key, compared.column_key, compared.atom, compared.moved, compared.differs
    FROM compared
    JOIN cells ON cells.row_key = compared.row_key AND cells.column_key = compared.column_key
    WHERE cells.was_unseen
        AND NOT cells.moves_alone
)
SELECT
    (SELECT coalesce(max(states.revision), 0) FROM library_internal.new_readers_states AS states) + 1,
    compared.row_key,
    compared.column_key,
    compared.atom,
    compared.quarter,
    compared.commune,
    compared.units,
    compared.rows,
    compared.rows_max,
    current_setting('impact.today')::date
FROM compared
JOIN cells ON cells.row_key = compared.row_key AND cells.column_key = compared.column_key
WHERE compared.differs
    AND (
        cells.moves_alone
        OR EXISTS (
            SELECT 1
            FROM pending
            WHERE pending.row_key = compared.row_key
                AND pending.column_key = compared.column_key
        )
    );

CREATE UNLOGGED TABLE library_internal.new_readers AS
WITH latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.quarter,
        states.commune,
        states.units,
        states.rows,
        states.rows_max,
        states.as_of
    FROM library_internal.new_readers_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
sums AS (
    SELECT
        coalesce(latest.row_key, '') AS row_key,
        coalesce(latest.column_key, '') AS column_key,
        latest.atom,
        sum(latest.units) AS units,
        sum(latest.rows) AS rows,
        max(latest.rows_max) AS rows_max
    FROM latest
    WHERE latest.units > 0
    GROUP BY latest.atom, latest.row_key, latest.column_key
),
few AS (
    SELECT sums.row_key, sums.column_key, sums.atom, sums.rows
    FROM sums
    WHERE sums.units < 5
),
needs AS (
    SELECT
        few.row_key,
        few.column_key,
        few.atom,
        'seuil'::text AS reason,
        greatest(3, ceil(few.rows)) AS rows_need
    FROM few
),
primaries AS (
    SELECT
        needs.row_key,
        needs.column_key,
        max(needs.reason) AS reason,
        count(*) AS needs
    FROM needs
    GROUP BY needs.row_key, needs.column_key
),
withheld AS (
    SELECT primaries.row_key, primaries.column_key, primaries.reason
    FROM primaries
),
figures AS (
    SELECT
        coalesce(latest.row_key, '') AS row_key,
        coalesce(latest.column_key, '') AS column_key,
        latest.quarter,
        latest.commune,
        coalesce(sum(latest.rows), 0) AS joined,
        coalesce(sum(latest.rows) FILTER (WHERE latest.atom IN (1, 3)), 0) AS borrowed_soon,
        coalesce(sum(latest.rows) FILTER (WHERE latest.atom IN (2, 3)), 0) AS borrowed_soon_count,
        max(latest.as_of) AS as_of
    FROM latest
    GROUP BY latest.row_key, latest.column_key, latest.quarter, latest.commune
)
SELECT
    figures.row_key,
    figures.column_key,
    figures.quarter,
    figures.commune,
    CASE WHEN withheld.reason IS NULL THEN figures.joined::bigint END AS joined,
    CASE WHEN withheld.reason IS NULL THEN figures.borrowed_soon::bigint END AS borrowed_soon,
    CASE WHEN withheld.reason IS NULL THEN figures.borrowed_soon_count::bigint END AS borrowed_soon_count,
    withheld.reason AS raison,
    figures.as_of AS arretee_au
FROM figures
LEFT JOIN withheld ON withheld.row_key = figures.row_key AND withheld.column_key = figures.column_key;

WITH replaced AS (
    DELETE FROM library_internal.new_readers_figures AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM library_internal.new_readers AS staged
        WHERE staged.row_key = published.row_key
            AND staged.column_key = published.column_key
            AND (
                staged.quarter,
                staged.commune,
                staged.joined,
                staged.borrowed_soon,
                staged.borrowed_soon_count,
                staged.raison,
                staged.arretee_au
            ) IS NOT DISTINCT FROM (
                published.quarter,
                published.commune,
                published.joined,
                published.borrowed_soon,
                published.borrowed_soon_count,
                published.raison,
                published.arretee_au
            )
    )
    RETURNING published.*
)
INSERT INTO library_internal.new_readers_figures_previous
SELECT * FROM replaced;

INSERT INTO library_internal.new_readers_figures (
    row_key,
    column_key,
    quarter,
    commune,
    joined,
    borrowed_soon,
    borrowed_soon_count,
    raison,
    arretee_au
)
SELECT
    staged.row_key,
    staged.column_key,
    staged.quarter,
    staged.commune,
    staged.joined,
    staged.borrowed_soon,
    staged.borrowed_soon_count,
    staged.raison,
    staged.arretee_au
FROM library_internal.new_readers AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library_internal.new_readers_figures AS published
    WHERE published.row_key = staged.row_key
        AND published.column_key = staged.column_key
        AND (
            published.quarter,
            published.commune,
            published.joined,
            published.borrowed_soon,
            published.borrowed_soon_count,
            published.raison,
            published.arretee_au
        ) IS NOT DISTINCT FROM (
            staged.quarter,
            staged.commune,
            staged.joined,
            staged.borrowed_soon,
            staged.borrowed_soon_count,
            staged.raison,
            staged.arretee_au
        )
)
ORDER BY staged.row_key, staged.column_key;

DROP TABLE library_internal.new_readers;
