CREATE TABLE IF NOT EXISTS impact_internal.metric_states (
    revision bigint NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    atom integer NOT NULL,
    r text,
    c integer,
    units bigint NOT NULL,
    rows bigint NOT NULL,
    rows_max bigint NOT NULL,
    operand_0 numeric NOT NULL,
    operand_0_abs numeric NOT NULL,
    operand_0_max numeric NOT NULL,
    as_of date NOT NULL,
    PRIMARY KEY (row_key, column_key, atom, revision)
);

CREATE TABLE IF NOT EXISTS impact_internal.metric_figures (
    row_key text NOT NULL,
    column_key text NOT NULL,
    r text,
    c integer,
    number bigint,
    held bigint,
    total numeric,
    held_total numeric,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (row_key, column_key)
);

CREATE OR REPLACE VIEW impact.metric WITH (security_barrier) AS
SELECT
    figures.r,
    figures.c,
    figures.number,
    figures.held,
    figures.total,
    figures.held_total,
    figures.raison,
    figures.arretee_au
FROM impact_internal.metric_figures AS figures
WHERE figures.row_key <> ''
    AND figures.column_key <> '';

CREATE OR REPLACE VIEW impact.metric_par_r WITH (security_barrier) AS
SELECT
    figures.r,
    figures.number,
    figures.held,
    figures.total,
    figures.held_total,
    figures.raison,
    figures.arretee_au
FROM impact_internal.metric_figures AS figures
WHERE figures.row_key <> ''
    AND figures.column_key = '';

CREATE OR REPLACE VIEW impact.metric_par_c WITH (security_barrier) AS
SELECT
    figures.c,
    figures.number,
    figures.held,
    figures.total,
    figures.held_total,
    figures.raison,
    figures.arretee_au
FROM impact_internal.metric_figures AS figures
WHERE figures.column_key <> ''
    AND figures.row_key = '';

CREATE OR REPLACE VIEW impact.metric_total WITH (security_barrier) AS
SELECT figures.number, figures.held, figures.total, figures.held_total, figures.raison, figures.arretee_au
FROM impact_internal.metric_figures AS figures
WHERE figures.row_key = ''
    AND figures.column_key = '';

CREATE TABLE IF NOT EXISTS impact_internal.metric_figures_previous (LIKE impact_internal.metric_figures);

DELETE FROM impact_internal.metric_figures_previous;

INSERT INTO impact_internal.metric_states (revision, row_key, column_key, atom, r, c, units, rows, rows_max, operand_0, operand_0_abs, operand_0_max, as_of)
WITH model_rows AS (
    SELECT
        model.r,
        model.unit,
        model.holds IS TRUE AS condition_0,
        model.amount AS operand_0,
        model.c
    FROM impact.model
),
contributions AS (
    SELECT
        ROW(model_rows.r)::text AS row_key,
        ROW(model_rows.c)::text AS column_key,
        model_rows.r,
        model_rows.c,
        model_rows.condition_0::integer AS atom,
        count(*) AS rows,
        coalesce(sum(model_rows.operand_0), 0) AS operand_0,
        coalesce(sum(abs(model_rows.operand_0)), 0) AS operand_0_abs
    FROM model_rows
    GROUP BY model_rows.r, model_rows.c, atom, model_rows.unit
),
truth AS (
    SELECT
        contributions.row_key,
        contributions.column_key,
        contributions.atom,
        contributions.r,
        contributions.c,
        count(*) AS units,
        sum(contributions.rows) AS rows,
        max(contributions.rows) AS rows_max,
        sum(contributions.operand_0) AS operand_0,
        sum(contributions.operand_0_abs) AS operand_0_abs,
        max(contributions.operand_0_abs) AS operand_0_max
    FROM contributions
    GROUP BY contributions.row_key, contributions.column_key, contributions.atom, contributions.r, contributions.c
),
latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.r,
        states.c,
        states.units,
        states.rows,
        states.rows_max,
        states.operand_0,
        states.operand_0_abs,
        states.operand_0_max,
        states.as_of
    FROM impact_internal.metric_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
known AS (
    SELECT
        truth.row_key,
        truth.column_key,
        truth.atom,
        truth.r,
        truth.c,
        truth.units,
        truth.rows,
        truth.rows_max,
        truth.operand_0,
        truth.operand_0_abs,
        truth.operand_0_max
    FROM truth
    UNION ALL
    SELECT
        latest.row_key,
        latest.column_key,
        latest.atom,
        latest.r,
        latest.c,
        0 AS units,
        0 AS rows,
        0 AS rows_max,
        0 AS operand_0,
        0 AS operand_0_abs,
        0 AS operand_0_max
    FROM latest
),
observed AS (
    SELECT
        known.row_key,
        known.column_key,
        known.atom,
        known.r,
        known.c,
        sum(known.units) AS units,
        sum(known.rows) AS rows,
        sum(known.rows_max) AS rows_max,
        sum(known.operand_0) AS operand_0,
        sum(known.operand_0_abs) AS operand_0_abs,
        sum(known.operand_0_max) AS operand_0_max
    FROM known
    GROUP BY known.row_key, known.column_key, known.atom, known.r, known.c
),
compared AS (
    SELECT
        observed.row_key,
        observed.column_key,
        observed.atom,
        observed.r,
        observed.c,
        observed.units,
        observed.rows,
        observed.rows_max,
        observed.operand_0,
        observed.operand_0_abs,
        observed.operand_0_max,
        observed.units - coalesce(latest.units, 0) AS moved,
        (
            observed.units,
            observed.rows,
            observed.rows_max,
            observed.operand_0,
            observed.operand_0_abs,
            observed.operand_0_max
        ) IS DISTINCT FROM (
            coalesce(latest.units, 0),
            coalesce(latest.rows, 0),
            coalesce(latest.rows_max, 0),
            coalesce(latest.operand_0, 0),
            coalesce(latest.operand_0_abs, 0),
            coalesce(latest.operand_0_max, 0)
        ) AS differs,
        NOT EXISTS (SELECT 1 FROM impact_internal.metric_states AS states)
        OR (latest.units IS NOT NULL OR observed.units = 0 OR observed.units >= 3)
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.metric_states AS earlier
            WHERE earlier.row_key = observed.row_key
                AND earlier.column_key = observed.column_key
                AND earlier.atom = observed.atom
                AND (
                    earlier.units,
                    earlier.rows,
                    earlier.rows_max,
                    earlier.operand_0,
                    earlier.operand_0_abs,
                    earlier.operand_0_max
                ) IS DISTINCT FROM (
                    observed.units,
                    observed.rows,
                    observed.rows_max,
                    observed.operand_0,
                    observed.operand_0_abs,
                    observed.operand_0_max
                )
                AND NOT CASE
                    WHEN earlier.units BETWEEN 1 AND 2 THEN observed.units >= 5
                    ELSE abs(observed.units - earlier.units) >= 3
                END
        ) AS is_safe,
        NOT EXISTS (
            SELECT 1
            FROM impact_internal.metric_states AS earlier
            WHERE earlier.row_key = observed.row_key
                AND earlier.column_key = observed.column_key
                AND earlier.atom = observed.atom
                AND (
                    earlier.units,
                    earlier.rows,
                    earlier.rows_max,
                    earlier.operand_0,
                    earlier.operand_0_abs,
                    earlier.operand_0_max
                ) IS DISTINCT FROM (
                    observed.units,
                    observed.rows,
                    observed.rows_max,
                    observed.operand_0,
                    observed.operand_0_abs,
                    observed.operand_0_max
                )
                AND NOT CASE
                    WHEN earlier.units BETWEEN 1 AND 2 THEN observed.units >= 5
                    ELSE abs(observed.units - earlier.units) >= 3
                END
                AND earlier.units >= 3
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
),
pending_once AS (
    SELECT pending.row_key, pending.column_key, pending.atom, pending.moved, pending.differs
    FROM pending
    WHERE NOT EXISTS (
            SELECT 1
            FROM pending AS line
            WHERE line.row_key = pending.row_key
            GROUP BY line.row_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 3
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending AS line
            WHERE line.column_key = pending.column_key
            GROUP BY line.column_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 3
        )
),
pending_twice AS (
    SELECT
        pending_once.row_key,
        pending_once.column_key,
        pending_once.atom,
        pending_once.moved,
        pending_once.differs
    FROM pending_once
    WHERE NOT EXISTS (
            SELECT 1
            FROM pending_once AS line
            WHERE line.row_key = pending_once.row_key
            GROUP BY line.row_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 3
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending_once AS line
            WHERE line.column_key = pending_once.column_key
            GROUP BY line.column_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 3
        )
)
SELECT
    (SELECT coalesce(max(states.revision), 0) FROM impact_internal.metric_states AS states) + 1,
    compared.row_key,
    compared.column_key,
    compared.atom,
    compared.r,
    compared.c,
    compared.units,
    compared.rows,
    compared.rows_max,
    compared.operand_0,
    compared.operand_0_abs,
    compared.operand_0_max,
    current_setting('impact.today')::date
FROM compared
JOIN cells ON cells.row_key = compared.row_key AND cells.column_key = compared.column_key
WHERE compared.differs
    AND (
        cells.moves_alone
        OR EXISTS (
            SELECT 1
            FROM pending_twice
            WHERE pending_twice.row_key = compared.row_key
                AND pending_twice.column_key = compared.column_key
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending_twice AS line
            GROUP BY line.row_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 3
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending_twice AS line
            GROUP BY line.column_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 3
        )
    );

CREATE UNLOGGED TABLE impact_internal.metric AS
WITH latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.r,
        states.c,
        states.units,
        states.rows,
        states.rows_max,
        states.operand_0,
        states.operand_0_abs,
        states.operand_0_max,
        states.as_of
    FROM impact_internal.metric_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
sums AS (
    SELECT
        coalesce(latest.row_key, '') AS row_key,
        coalesce(latest.column_key, '') AS column_key,
        latest.atom,
        CASE
            WHEN grouping(latest.row_key, latest.column_key) = 0 THEN sum(latest.units)
            ELSE max(latest.units)
        END AS units,
        sum(latest.rows) AS rows,
        sum(latest.rows_max) AS rows_max,
        sum(latest.operand_0_abs) AS operand_0_abs,
        sum(latest.operand_0_max) AS operand_0_max
    FROM latest
    WHERE latest.units > 0
    GROUP BY latest.atom, CUBE(latest.row_key, latest.column_key)
),
few AS (
    SELECT sums.row_key, sums.column_key, sums.atom, sums.rows, sums.operand_0_abs
    FROM sums
    WHERE sums.units < 3
),
needs AS (
    SELECT
        few.row_key,
        few.column_key,
        few.atom,
        'seuil'::text AS reason,
        greatest(
            1,
            ceil(
                greatest(few.rows, by_row.rows, by_column.rows, by_all.rows) / 0.85
                    - greatest(few.rows, by_row.rows, by_column.rows, by_all.rows)
            )
        ) AS rows_need,
        greatest(few.operand_0_abs, by_row.operand_0_abs, by_column.operand_0_abs, by_all.operand_0_abs)
            / 0.85 - greatest(
            few.operand_0_abs,
            by_row.operand_0_abs,
            by_column.operand_0_abs,
            by_all.operand_0_abs
        ) AS operand_0_need
    FROM few
    LEFT JOIN few AS by_row ON by_row.atom = few.atom AND by_row.row_key = few.row_key AND by_row.column_key = ''
    LEFT JOIN few AS by_column
        ON by_column.atom = few.atom
            AND by_column.column_key = few.column_key
            AND by_column.row_key = ''
    LEFT JOIN few AS by_all ON by_all.atom = few.atom AND by_all.row_key = '' AND by_all.column_key = ''
    UNION ALL
    SELECT
        sums.row_key,
        sums.column_key,
        sums.atom,
        'dominance'::text AS reason,
        0 AS rows_need,
        greatest(0, sums.operand_0_max / 0.85 - sums.operand_0_abs) AS operand_0_need
    FROM sums
    WHERE sums.units >= 3
        AND sums.operand_0_max > 0.85 * sums.operand_0_abs
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
supports AS (
    SELECT
        sums.row_key,
        sums.column_key,
        sums.atom,
        sums.units,
        sums.rows,
        sums.rows_max,
        sums.operand_0_abs,
        sums.operand_0_max
    FROM sums
    WHERE sums.row_key <> ''
        AND sums.column_key <> ''
        AND NOT EXISTS (
            SELECT 1
            FROM primaries
            WHERE primaries.row_key = sums.row_key
                AND primaries.column_key = sums.column_key
        )
),
other_rows (row_key, rank) AS (
    (
        SELECT
            supports.row_key,
            row_number() OVER (ORDER BY count(DISTINCT supports.column_key) DESC, max(supports.rows), supports.row_key) AS rank
        FROM supports
        WHERE supports.units >= 4
        GROUP BY supports.row_key
        ORDER BY rank
        LIMIT 6
    )
    UNION ALL
    SELECT '', 100
),
other_columns (column_key, rank) AS (
    (
        SELECT
            supports.column_key,
            row_number() OVER (ORDER BY count(DISTINCT supports.row_key) DESC, max(supports.rows), supports.column_key) AS rank
        FROM supports
        WHERE supports.units >= 4
        GROUP BY supports.column_key
        ORDER BY rank
        LIMIT 6
    )
    UNION ALL
    SELECT '', 100
),
moves AS (
    SELECT
        needs.row_key,
        needs.column_key,
        supports.row_key AS at_row,
        supports.column_key AS at_column
    FROM needs
    JOIN primaries ON primaries.row_key = needs.row_key AND primaries.column_key = needs.column_key
    JOIN supports ON supports.atom = needs.atom
    WHERE needs.row_key <> ''
        AND needs.column_key <> ''
        AND (
            supports.row_key = needs.row_key
            OR EXISTS (SELECT 1 FROM other_rows WHERE other_rows.row_key = supports.row_key)
        )
        AND (
            supports.column_key = needs.column_key
            OR EXISTS (SELECT 1 FROM other_columns WHERE other_columns.column_key = supports.column_key)
        )
        AND supports.rows - supports.rows_max - 2 >= needs.rows_need
        AND supports.operand_0_abs - supports.operand_0_max >= needs.operand_0_need
    GROUP BY needs.row_key, needs.column_key, supports.row_key, supports.column_key, primaries.needs
    HAVING count(*) = primaries.needs
),
rectangles AS (
    SELECT DISTINCT ON (primaries.row_key, primaries.column_key)
        primaries.row_key,
        primaries.column_key,
        other_rows.row_key AS other_row,
        other_columns.column_key AS other_column
    FROM primaries
    JOIN other_rows ON other_rows.row_key <> primaries.row_key
    JOIN other_columns ON other_columns.column_key <> primaries.column_key
    LEFT JOIN moves AS beside
        ON beside.row_key = primaries.row_key
            AND beside.column_key = primaries.column_key
            AND beside.at_row = primaries.row_key
            AND beside.at_column = other_columns.column_key
    LEFT JOIN moves AS below
        ON below.row_key = primaries.row_key
            AND below.column_key = primaries.column_key
            AND below.at_row = other_rows.row_key
            AND below.at_column = primaries.column_key
    LEFT JOIN moves AS across
        ON across.row_key = primaries.row_key
            AND across.column_key = primaries.column_key
            AND across.at_row = other_rows.row_key
            AND across.at_column = other_columns.column_key
    WHERE primaries.row_key <> ''
        AND primaries.column_key <> ''
        AND (other_columns.column_key = '' OR beside.at_row IS NOT NULL)
        AND (other_rows.row_key = '' OR below.at_row IS NOT NULL)
        AND (other_columns.column_key = '' OR other_rows.row_key = '' OR across.at_row IS NOT NULL)
    ORDER BY primaries.row_key, primaries.column_key, other_rows.rank + other_columns.rank, other_rows.rank
),
lifted AS (
    SELECT DISTINCT ON (needs.row_key, needs.column_key)
        needs.row_key,
        needs.column_key,
        sums.row_key AS cell_row,
        sums.column_key AS cell_column
    FROM needs
    JOIN sums
        ON sums.row_key <> ''
            AND sums.column_key <> ''
            AND (needs.row_key = '' OR needs.row_key = sums.row_key)
            AND (needs.column_key = '' OR needs.column_key = sums.column_key)
    WHERE needs.reason = 'dominance'
        AND (needs.row_key = '' OR needs.column_key = '')
    ORDER BY needs.row_key, needs.column_key, sums.operand_0_max DESC, sums.row_key, sums.column_key
),
places (row_key, column_key, reason) AS (
    SELECT primaries.row_key, primaries.column_key, primaries.reason
    FROM primaries
    UNION ALL
    SELECT rectangles.row_key, rectangles.other_column, NULL
    FROM rectangles
    UNION ALL
    SELECT rectangles.other_row, rectangles.column_key, NULL
    FROM rectangles
    UNION ALL
    SELECT rectangles.other_row, rectangles.other_column, NULL
    FROM rectangles
    UNION ALL
    SELECT lifted.cell_row, lifted.cell_column, NULL
    FROM lifted
    UNION ALL
    SELECT lifted.cell_row, '', NULL
    FROM lifted
    UNION ALL
    SELECT '', lifted.cell_column, NULL
    FROM lifted
    UNION ALL
    SELECT '', '', NULL
    FROM lifted
),
withheld AS (
    SELECT
        places.row_key,
        places.column_key,
        coalesce(
            CASE WHEN places.row_key <> '' AND places.column_key <> '' THEN max(places.reason) END,
            'complémentaire'
        ) AS reason
    FROM places
    GROUP BY places.row_key, places.column_key
),
figures AS (
    SELECT
        coalesce(latest.row_key, '') AS row_key,
        coalesce(latest.column_key, '') AS column_key,
        latest.r,
        latest.c,
        coalesce(sum(latest.rows), 0) AS number,
        coalesce(sum(latest.rows) FILTER (WHERE latest.atom IN (1)), 0) AS held,
        coalesce(sum(latest.operand_0), 0) AS total,
        coalesce(sum(latest.operand_0) FILTER (WHERE latest.atom IN (1)), 0) AS held_total,
        coalesce(max(latest.as_of), current_setting('impact.today')::date) AS as_of
    FROM latest
    GROUP BY GROUPING SETS(
            (latest.row_key, latest.r, latest.column_key, latest.c),
            (latest.row_key, latest.r),
            (latest.column_key, latest.c),
            ()
        )
)
SELECT
    figures.row_key,
    figures.column_key,
    figures.r,
    figures.c,
    CASE WHEN withheld.reason IS NULL THEN figures.number::bigint END AS number,
    CASE WHEN withheld.reason IS NULL THEN figures.held::bigint END AS held,
    CASE WHEN withheld.reason IS NULL THEN figures.total::numeric END AS total,
    CASE WHEN withheld.reason IS NULL THEN figures.held_total::numeric END AS held_total,
    withheld.reason AS raison,
    figures.as_of AS arretee_au
FROM figures
LEFT JOIN withheld ON withheld.row_key = figures.row_key AND withheld.column_key = figures.column_key;

WITH replaced AS (
    DELETE FROM impact_internal.metric_figures AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.metric AS staged
        WHERE staged.row_key = published.row_key
            AND staged.column_key = published.column_key
            AND (
                staged.r,
                staged.c,
                staged.number,
                staged.held,
                staged.total,
                staged.held_total,
                staged.raison,
                staged.arretee_au
            ) IS NOT DISTINCT FROM (
                published.r,
                published.c,
                published.number,
                published.held,
                published.total,
                published.held_total,
                published.raison,
                published.arretee_au
            )
    )
    RETURNING published.*
)
INSERT INTO impact_internal.metric_figures_previous
SELECT * FROM replaced;

INSERT INTO impact_internal.metric_figures (
    row_key,
    column_key,
    r,
    c,
    number,
    held,
    total,
    held_total,
    raison,
    arretee_au
)
SELECT
    staged.row_key,
    staged.column_key,
    staged.r,
    staged.c,
    staged.number,
    staged.held,
    staged.total,
    staged.held_total,
    staged.raison,
    staged.arretee_au
FROM impact_internal.metric AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.metric_figures AS published
    WHERE published.row_key = staged.row_key
        AND published.column_key = staged.column_key
        AND (
            published.r,
            published.c,
            published.number,
            published.held,
            published.total,
            published.held_total,
            published.raison,
            published.arretee_au
        ) IS NOT DISTINCT FROM (
            staged.r,
            staged.c,
            staged.number,
            staged.held,
            staged.total,
            staged.held_total,
            staged.raison,
            staged.arretee_au
        )
)
ORDER BY staged.row_key, staged.column_key;

DROP TABLE impact_internal.metric;
