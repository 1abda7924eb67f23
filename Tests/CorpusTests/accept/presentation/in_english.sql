-- profiles: classes too small to hide anybody. A single row stops the publication.
SELECT count(*) AS rows
FROM library.profiles
GROUP BY profiles.branch
HAVING count(*) < 10;

-- What Metabase shows of what is published: names, descriptions, kinds of columns. Its sync reads this table, and hides it.
CREATE TABLE IF NOT EXISTS library._metabase_metadata (
    keypath text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (keypath)
);

DELETE FROM library._metabase_metadata;

INSERT INTO library._metabase_metadata (keypath, value)
VALUES
    ('profiles.display_name', 'Profiles'),
    ('profiles.description', 'Classes of ten readers: each row has a number that says nothing.'),
    ('profiles.row_id.display_name', 'Row id'),
    ('profiles.row_id.description', 'Number of the row, without meaning.'),
    ('profiles.branch.display_name', 'Branch'),
    ('profiles.branch.description', 'Branch.'),
    ('readers.display_name', 'Readers'),
    ('readers.description', 'Readers, under tokens.'),
    ('readers.reader_id.display_name', 'Reader id'),
    ('readers.reader_id.description', 'Token.'),
    ('readers.reader_id.semantic_type', 'type/PK'),
    ('readers.joined_on.display_name', 'Joined on'),
    ('readers.joined_on.description', 'Day of the card.'),
    ('readers.branch.display_name', 'Branch'),
    ('readers.branch.description', 'Branch.'),
    ('new_readers.display_name', 'New readers'),
    ('new_readers.description', 'Readers who joined, with totals of months and of branches.'),
    ('new_readers.month.display_name', 'Month'),
    ('new_readers.month.description', 'Month.'),
    ('new_readers.branch.display_name', 'Branch'),
    ('new_readers.branch.description', 'Branch.'),
    ('new_readers.branch.semantic_type', 'type/Category'),
    ('new_readers.joined.display_name', 'Joined'),
    ('new_readers.joined.description', 'Readers.'),
    ('new_readers.joined.semantic_type', 'type/Quantity'),
    ('new_readers.reason.display_name', 'Reason'),
    ('new_readers.reason.description', 'Why the figures are not shown: threshold, dominance or complementary. Empty where they are.'),
    ('new_readers.as_of.display_name', 'As of'),
    ('new_readers.as_of.description', 'Day of the figures shown; too small a change is not shown at once.'),
    ('new_readers_by_month.display_name', 'New readers by month'),
    ('new_readers_by_month.description', 'Totals by month. Readers who joined, with totals of months and of branches.'),
    ('new_readers_by_month.month.display_name', 'Month'),
    ('new_readers_by_month.month.description', 'Month.'),
    ('new_readers_by_month.joined.display_name', 'Joined'),
    ('new_readers_by_month.joined.description', 'Readers.'),
    ('new_readers_by_month.joined.semantic_type', 'type/Quantity'),
    ('new_readers_by_month.reason.display_name', 'Reason'),
    ('new_readers_by_month.reason.description', 'Why the figures are not shown: threshold, dominance or complementary. Empty where they are.'),
    ('new_readers_by_month.as_of.display_name', 'As of'),
    ('new_readers_by_month.as_of.description', 'Day of the figures shown; too small a change is not shown at once.'),
    ('new_readers_by_branch.display_name', 'New readers by branch'),
    ('new_readers_by_branch.description', 'Totals by branch. Readers who joined, with totals of months and of branches.'),
    ('new_readers_by_branch.branch.display_name', 'Branch'),
    ('new_readers_by_branch.branch.description', 'Branch.'),
    ('new_readers_by_branch.branch.semantic_type', 'type/Category'),
    ('new_readers_by_branch.joined.display_name', 'Joined'),
    ('new_readers_by_branch.joined.description', 'Readers.'),
    ('new_readers_by_branch.joined.semantic_type', 'type/Quantity'),
    ('new_readers_by_branch.reason.display_name', 'Reason'),
    ('new_readers_by_branch.reason.description', 'Why the figures are not shown: threshold, dominance or complementary. Empty where they are.'),
    ('new_readers_by_branch.as_of.display_name', 'As of'),
    ('new_readers_by_branch.as_of.description', 'Day of the figures shown; too small a change is not shown at once.'),
    ('new_readers_total.display_name', 'New readers total'),
    ('new_readers_total.description', 'In total. Readers who joined, with totals of months and of branches.'),
    ('new_readers_total.joined.display_name', 'Joined'),
    ('new_readers_total.joined.description', 'Readers.'),
    ('new_readers_total.joined.semantic_type', 'type/Quantity'),
    ('new_readers_total.reason.display_name', 'Reason'),
    ('new_readers_total.reason.description', 'Why the figures are not shown: threshold, dominance or complementary. Empty where they are.'),
    ('new_readers_total.as_of.display_name', 'As of'),
    ('new_readers_total.as_of.description', 'Day of the figures shown; too small a change is not shown at once.'),
    ('synchronization.display_name', 'Synchronization'),
    ('synchronization.description', 'How fresh the data is: a row for each published table, written by each synchronization.'),
    ('synchronization.published_table.display_name', 'Published table'),
    ('synchronization.published_table.description', 'The published model or metric.'),
    ('synchronization.synchronized_at.display_name', 'Synchronized at'),
    ('synchronization.synchronized_at.description', 'End of the table''s last synchronization.'),
    ('synchronization.data_as_of.display_name', 'Data as of'),
    ('synchronization.data_as_of.description', 'The moment of production that the data shows.'),
    ('synchronization.row_count.display_name', 'Rows'),
    ('synchronization.row_count.description', 'Published rows; empty for what is computed when it is read.'),
    ('synchronization.has_changed.display_name', 'Has changed'),
    ('synchronization.has_changed.description', 'The last synchronization changed something in it.'),
    ('synchronization.restored_at.display_name', 'Restored at'),
    ('synchronization.restored_at.description', 'When a later synchronization was undone and this data put back; empty otherwise.');

-- new_readers: Readers who joined, with totals of months and of branches. Small cells are hidden, and others that would tell of them.
CREATE TABLE IF NOT EXISTS library_internal.new_readers_figures_previous (LIKE library_internal.new_readers_figures);

DELETE FROM library_internal.new_readers_figures_previous;

INSERT INTO library_internal.new_readers_states (revision, row_key, column_key, atom, month, branch, units, rows, rows_max, as_of)
WITH model_rows AS (
    SELECT
        date_trunc('month', readers.joined_on)::date AS month,
        readers.branch,
        readers.reader_id AS unit
    FROM library.readers
),
contributions AS (
    SELECT
        ROW(model_rows.month)::text AS row_key,
        ROW(model_rows.branch)::text AS column_key,
        model_rows.month,
        model_rows.branch,
        0::integer AS atom,
        count(*) AS rows
    FROM model_rows
    GROUP BY model_rows.month, model_rows.branch, atom, model_rows.unit
),
truth AS (
    SELECT
        contributions.row_key,
        contributions.column_key,
        contributions.atom,
        contributions.month,
        contributions.branch,
        count(*) AS units,
        sum(contributions.rows) AS rows,
        max(contributions.rows) AS rows_max
    FROM contributions
    GROUP BY contributions.row_key, contributions.column_key, contributions.atom, contributions.month, contributions.branch
),
latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.month,
        states.branch,
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
        truth.month,
        truth.branch,
        truth.units,
        truth.rows,
        truth.rows_max
    FROM truth
    UNION ALL
    SELECT
        latest.row_key,
        latest.column_key,
        latest.atom,
        latest.month,
        latest.branch,
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
        known.month,
        known.branch,
        sum(known.units) AS units,
        sum(known.rows) AS rows,
        sum(known.rows_max) AS rows_max
    FROM known
    GROUP BY known.row_key, known.column_key, known.atom, known.month, known.branch
),
compared AS (
    SELECT
        observed.row_key,
        observed.column_key,
        observed.atom,
        observed.month,
        observed.branch,
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
                AND sum(abs(line.moved)) < 5
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending AS line
            WHERE line.column_key = pending.column_key
            GROUP BY line.column_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 5
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
                AND sum(abs(line.moved)) < 5
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending_once AS line
            WHERE line.column_key = pending_once.column_key
            GROUP BY line.column_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 5
        )
)
SELECT
    (SELECT coalesce(max(states.revision), 0) FROM library_internal.new_readers_states AS states) + 1,
    compared.row_key,
    compared.column_key,
    compared.atom,
    compared.month,
    compared.branch,
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
            FROM pending_twice
            WHERE pending_twice.row_key = compared.row_key
                AND pending_twice.column_key = compared.column_key
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending_twice AS line
            GROUP BY line.row_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 5
        )
        AND NOT EXISTS (
            SELECT 1
            FROM pending_twice AS line
            GROUP BY line.column_key, line.atom
            HAVING bool_or(line.differs)
                AND sum(abs(line.moved)) < 5
        )
    );

CREATE UNLOGGED TABLE library_internal.new_readers AS
WITH latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.month,
        states.branch,
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
    GROUP BY latest.atom, CUBE(latest.row_key, latest.column_key)
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
        greatest(3, ceil(greatest(few.rows, by_row.rows, by_column.rows, by_all.rows))) AS rows_need
    FROM few
    LEFT JOIN few AS by_row ON by_row.atom = few.atom AND by_row.row_key = few.row_key AND by_row.column_key = ''
    LEFT JOIN few AS by_column
        ON by_column.atom = few.atom
            AND by_column.column_key = few.column_key
            AND by_column.row_key = ''
    LEFT JOIN few AS by_all ON by_all.atom = few.atom AND by_all.row_key = '' AND by_all.column_key = ''
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
    SELECT sums.row_key, sums.column_key, sums.atom, sums.units, sums.rows, sums.rows_max
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
        WHERE supports.units >= 8
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
        WHERE supports.units >= 8
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
        AND supports.rows - supports.rows_max - 4 >= needs.rows_need
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
        latest.month,
        latest.branch,
        coalesce(sum(latest.rows), 0) AS joined,
        coalesce(max(latest.as_of), current_setting('impact.today')::date) AS as_of
    FROM latest
    GROUP BY GROUPING SETS(
            (latest.row_key, latest.month, latest.column_key, latest.branch),
            (latest.row_key, latest.month),
            (latest.column_key, latest.branch),
            ()
        )
)
SELECT
    figures.row_key,
    figures.column_key,
    figures.month,
    figures.branch,
    CASE WHEN withheld.reason IS NULL THEN figures.joined::bigint END AS joined,
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
            AND (staged.month, staged.branch, staged.joined, staged.raison, staged.arretee_au)
                IS NOT DISTINCT FROM (published.month, published.branch, published.joined, published.raison, published.arretee_au)
    )
    RETURNING published.*
)
INSERT INTO library_internal.new_readers_figures_previous
SELECT * FROM replaced;

INSERT INTO library_internal.new_readers_figures (
    row_key,
    column_key,
    month,
    branch,
    joined,
    raison,
    arretee_au
)
SELECT
    staged.row_key,
    staged.column_key,
    staged.month,
    staged.branch,
    staged.joined,
    staged.raison,
    staged.arretee_au
FROM library_internal.new_readers AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM library_internal.new_readers_figures AS published
    WHERE published.row_key = staged.row_key
        AND published.column_key = staged.column_key
        AND (published.month, published.branch, published.joined, published.raison, published.arretee_au)
            IS NOT DISTINCT FROM (staged.month, staged.branch, staged.joined, staged.raison, staged.arretee_au)
)
ORDER BY staged.row_key, staged.column_key;

DROP TABLE library_internal.new_readers;

-- profiles: Classes of ten readers: each row has a number that says nothing.
WITH exposed AS (
    SELECT
        reader.branch,
        reader.id AS class_unit
    FROM reader
),
counted AS (
    SELECT
        exposed.branch,
        dense_rank() OVER (PARTITION BY exposed.branch ORDER BY exposed.class_unit)
            + dense_rank() OVER (PARTITION BY exposed.branch ORDER BY exposed.class_unit DESC) - 1 AS class_units
    FROM exposed
)
SELECT
    encode(substr(sha256(convert_to(
        ROW(counted.branch)::text || '|' || row_number() OVER (PARTITION BY counted.branch),
        'UTF8'
    )), 1, 16), 'hex')::uuid AS row_id,
    counted.branch
FROM counted
WHERE counted.class_units >= 10;

-- readers: Readers, under tokens.
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
    (reader.joined_at AT TIME ZONE 'Europe/Paris')::date AS joined_on,
    reader.branch
FROM reader;
