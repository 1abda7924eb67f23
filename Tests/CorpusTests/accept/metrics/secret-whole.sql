-- ensemble: Toutes ensemble : une ligne, de zéros où il n'y en a pas. Small cells are hidden, and others that would tell of them.
INSERT INTO impact_internal.ensemble_states (revision, row_key, column_key, atom, units, rows, rows_max, operand_0, operand_0_abs, operand_0_max, as_of)
WITH model_rows AS (
    SELECT
        entreprises.id AS unit,
        entreprises.effectif AS operand_0
    FROM impact.entreprises
),
contributions AS (
    SELECT
        ROW()::text AS row_key,
        ROW()::text AS column_key,
        0::integer AS atom,
        count(*) AS rows,
        coalesce(sum(model_rows.operand_0), 0) AS operand_0,
        coalesce(sum(abs(model_rows.operand_0)), 0) AS operand_0_abs
    FROM model_rows
    GROUP BY atom, model_rows.unit
),
truth AS (
    SELECT
        contributions.row_key,
        contributions.column_key,
        contributions.atom,
        count(*) AS units,
        sum(contributions.rows) AS rows,
        max(contributions.rows) AS rows_max,
        sum(contributions.operand_0) AS operand_0,
        sum(contributions.operand_0_abs) AS operand_0_abs,
        max(contributions.operand_0_abs) AS operand_0_max
    FROM contributions
    GROUP BY contributions.row_key, contributions.column_key, contributions.atom
),
latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.units,
        states.rows,
        states.rows_max,
        states.operand_0,
        states.operand_0_abs,
        states.operand_0_max,
        states.as_of
    FROM impact_internal.ensemble_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
known AS (
    SELECT
        truth.row_key,
        truth.column_key,
        truth.atom,
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
        sum(known.units) AS units,
        sum(known.rows) AS rows,
        sum(known.rows_max) AS rows_max,
        sum(known.operand_0) AS operand_0,
        sum(known.operand_0_abs) AS operand_0_abs,
        sum(known.operand_0_max) AS operand_0_max
    FROM known
    GROUP BY known.row_key, known.column_key, known.atom
),
compared AS (
    SELECT
        observed.row_key,
        observed.column_key,
        observed.atom,
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
        NOT EXISTS (SELECT 1 FROM impact_internal.ensemble_states AS states)
        OR (latest.units IS NOT NULL OR observed.units = 0 OR observed.units >= 3)
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.ensemble_states AS earlier
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
            FROM impact_internal.ensemble_states AS earlier
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
)
SELECT
    (SELECT coalesce(max(states.revision), 0) FROM impact_internal.ensemble_states AS states) + 1,
    compared.row_key,
    compared.column_key,
    compared.atom,
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
            FROM pending
            WHERE pending.row_key = compared.row_key
                AND pending.column_key = compared.column_key
        )
    );

CREATE UNLOGGED TABLE impact_internal.ensemble AS
WITH latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.units,
        states.rows,
        states.rows_max,
        states.operand_0,
        states.operand_0_abs,
        states.operand_0_max,
        states.as_of
    FROM impact_internal.ensemble_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
sums AS (
    SELECT
        coalesce(latest.row_key, '') AS row_key,
        coalesce(latest.column_key, '') AS column_key,
        latest.atom,
        sum(latest.units) AS units,
        sum(latest.rows) AS rows,
        max(latest.rows_max) AS rows_max,
        sum(latest.operand_0_abs) AS operand_0_abs,
        max(latest.operand_0_max) AS operand_0_max
    FROM latest
    WHERE latest.units > 0
    GROUP BY latest.atom, latest.row_key, latest.column_key
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
        greatest(1, ceil(few.rows)) AS rows_need,
        few.operand_0_abs AS operand_0_need
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
        ROW()::text AS row_key,
        ROW()::text AS column_key,
        coalesce(sum(latest.rows), 0) AS nombre,
        coalesce(sum(latest.operand_0), 0) AS salaries,
        coalesce(max(latest.as_of), current_setting('impact.today')::date) AS as_of
    FROM latest
)
SELECT
    figures.row_key,
    figures.column_key,
    CASE WHEN withheld.reason IS NULL THEN figures.nombre::bigint END AS nombre,
    CASE WHEN withheld.reason IS NULL THEN figures.salaries::bigint END AS salaries,
    withheld.reason AS raison,
    figures.as_of AS arretee_au
FROM figures
LEFT JOIN withheld ON withheld.row_key = figures.row_key AND withheld.column_key = figures.column_key;

DELETE FROM impact_internal.ensemble_figures AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.ensemble AS staged
    WHERE staged.row_key = published.row_key
        AND staged.column_key = published.column_key
        AND (staged.nombre, staged.salaries, staged.raison, staged.arretee_au)
            IS NOT DISTINCT FROM (published.nombre, published.salaries, published.raison, published.arretee_au)
);

INSERT INTO impact_internal.ensemble_figures (
    row_key,
    column_key,
    nombre,
    salaries,
    raison,
    arretee_au
)
SELECT
    staged.row_key,
    staged.column_key,
    staged.nombre,
    staged.salaries,
    staged.raison,
    staged.arretee_au
FROM impact_internal.ensemble AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.ensemble_figures AS published
    WHERE published.row_key = staged.row_key
        AND published.column_key = staged.column_key
        AND (published.nombre, published.salaries, published.raison, published.arretee_au)
            IS NOT DISTINCT FROM (staged.nombre, staged.salaries, staged.raison, staged.arretee_au)
)
ORDER BY staged.row_key, staged.column_key;

DROP TABLE impact_internal.ensemble;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.effectif::bigint AS effectif
FROM entreprises_entreprise AS entreprise;
