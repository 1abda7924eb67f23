-- new_readers: Readers who joined in each quarter, by commune. Where fewer than five can be told apart, nothing is shown.
CREATE TABLE IF NOT EXISTS library_internal.new_readers_states (
    revision bigint NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    atom integer NOT NULL,
    quarter date,
    commune text,
    units bigint NOT NULL,
    rows bigint NOT NULL,
    rows_max bigint NOT NULL,
    as_of date NOT NULL,
    PRIMARY KEY (row_key, column_key, atom, revision)
);

CREATE TABLE IF NOT EXISTS library_internal.new_readers_figures (
    row_key text NOT NULL,
    column_key text NOT NULL,
    quarter date,
    commune text,
    joined bigint,
    borrowed_soon bigint,
    borrowed_soon_count bigint,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (row_key, column_key)
);

DROP VIEW IF EXISTS library.new_readers;

CREATE VIEW library.new_readers AS
WITH cells AS (
    SELECT
        figures.quarter,
        figures.commune,
        figures.joined,
        figures.borrowed_soon,
        figures.borrowed_soon_count,
        figures.raison,
        figures.arretee_au
    FROM library_internal.new_readers_figures AS figures
),
periods AS (
    SELECT
        generate_series(
            min(cells.quarter)::timestamp,
            greatest(
                max(cells.quarter),
                date_trunc(
                    'quarter',
                    (SELECT max(run.as_of) FROM library_internal.run WHERE run.outcome = 'published')
                )::date
            )::timestamp,
            interval '3 months'
        )::date AS quarter
    FROM cells
),
groups AS (
    SELECT cells.commune
    FROM cells
    GROUP BY cells.commune
)
SELECT
    periods.quarter,
    groups.commune,
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.joined END::bigint AS joined,
    round(
        CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.borrowed_soon END::numeric
            / nullif(CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.borrowed_soon_count END, 0),
        4
    ) AS borrowed_soon,
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.borrowed_soon END::bigint AS borrowed_soon_numerator,
    CASE WHEN cells.arretee_au IS NULL THEN 0 ELSE cells.borrowed_soon_count END::bigint AS borrowed_soon_denominator,
    CASE cells.raison
        WHEN 'seuil' THEN 'threshold'
        WHEN 'dominance' THEN 'dominance'
        WHEN 'complémentaire' THEN 'complementary'
    END AS reason,
    cells.arretee_au AS as_of
FROM periods
CROSS JOIN groups
LEFT JOIN cells ON cells.quarter = periods.quarter AND cells.commune = groups.commune;

COMMENT ON VIEW library.new_readers IS 'Readers who joined in each quarter, by commune. Where fewer than five can be told apart, nothing is shown.';
COMMENT ON COLUMN library.new_readers.quarter IS 'Quarter.';
COMMENT ON COLUMN library.new_readers.commune IS 'Commune of the branch.';
COMMENT ON COLUMN library.new_readers.joined IS 'Readers who joined.';
COMMENT ON COLUMN library.new_readers.borrowed_soon IS 'Share of those who borrowed a book within thirty days, among those who joined at least thirty days ago.';
COMMENT ON COLUMN library.new_readers.borrowed_soon_numerator IS 'Numerator of `borrowed_soon`.';
COMMENT ON COLUMN library.new_readers.borrowed_soon_denominator IS 'Denominator of `borrowed_soon`.';
COMMENT ON COLUMN library.new_readers.reason IS 'Why the figures are not shown: threshold, dominance or complementary. Empty where they are.';
COMMENT ON COLUMN library.new_readers.as_of IS 'Day of the figures shown; too small a change is not shown at once.';
