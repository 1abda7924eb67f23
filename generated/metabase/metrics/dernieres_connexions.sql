-- dernieres_connexions: Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué. Small cells are hidden, and others that would tell of them.
INSERT INTO impact_internal.dernieres_connexions_states (revision, row_key, column_key, atom, mois, units, rows, rows_max, as_of)
WITH model_rows AS (
    SELECT
        date_trunc('month', utilisateur.connecte_le)::date AS mois,
        utilisateur.impact_id AS unit
    FROM impact.utilisateur
    WHERE utilisateur.connecte_le IS NOT NULL
),
contributions AS (
    SELECT
        ROW(model_rows.mois)::text AS row_key,
        ROW()::text AS column_key,
        model_rows.mois,
        0::integer AS atom,
        count(*) AS rows
    FROM model_rows
    GROUP BY model_rows.mois, atom, model_rows.unit
),
truth AS (
    SELECT
        contributions.row_key,
        contributions.column_key,
        contributions.atom,
        contributions.mois,
        count(*) AS units,
        sum(contributions.rows) AS rows,
        max(contributions.rows) AS rows_max
    FROM contributions
    GROUP BY contributions.row_key, contributions.column_key, contributions.atom, contributions.mois
),
latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.mois,
        states.units,
        states.rows,
        states.rows_max,
        states.as_of
    FROM impact_internal.dernieres_connexions_states AS states
    ORDER BY states.row_key, states.column_key, states.atom, states.revision DESC
),
known AS (
    SELECT truth.row_key, truth.column_key, truth.atom, truth.mois, truth.units, truth.rows, truth.rows_max
    FROM truth
    UNION ALL
    SELECT
        latest.row_key,
        latest.column_key,
        latest.atom,
        latest.mois,
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
        known.mois,
        sum(known.units) AS units,
        sum(known.rows) AS rows,
        sum(known.rows_max) AS rows_max
    FROM known
    GROUP BY known.row_key, known.column_key, known.atom, known.mois
),
compared AS (
    SELECT
        observed.row_key,
        observed.column_key,
        observed.atom,
        observed.mois,
        observed.units,
        observed.rows,
        observed.rows_max,
        observed.units - coalesce(latest.units, 0) AS moved,
        (observed.units, observed.rows, observed.rows_max)
            IS DISTINCT FROM (coalesce(latest.units, 0), coalesce(latest.rows, 0), coalesce(latest.rows_max, 0)) AS differs,
        NOT EXISTS (SELECT 1 FROM impact_internal.dernieres_connexions_states AS states)
        OR (latest.units IS NOT NULL OR observed.units = 0 OR observed.units >= 5)
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.dernieres_connexions_states AS earlier
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
            FROM impact_internal.dernieres_connexions_states AS earlier
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
    (SELECT coalesce(max(states.revision), 0) FROM impact_internal.dernieres_connexions_states AS states) + 1,
    compared.row_key,
    compared.column_key,
    compared.atom,
    compared.mois,
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

CREATE UNLOGGED TABLE impact_internal.dernieres_connexions AS
WITH latest AS (
    SELECT DISTINCT ON (states.row_key, states.column_key, states.atom)
        states.row_key,
        states.column_key,
        states.atom,
        states.mois,
        states.units,
        states.rows,
        states.rows_max,
        states.as_of
    FROM impact_internal.dernieres_connexions_states AS states
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
        latest.mois,
        coalesce(sum(latest.rows), 0) AS utilisateurs,
        max(latest.as_of) AS as_of
    FROM latest
    GROUP BY latest.row_key, latest.column_key, latest.mois
)
SELECT
    figures.row_key,
    figures.column_key,
    figures.mois,
    CASE WHEN withheld.reason IS NULL THEN figures.utilisateurs::bigint END AS utilisateurs,
    withheld.reason AS raison,
    figures.as_of AS arretee_au
FROM figures
LEFT JOIN withheld ON withheld.row_key = figures.row_key AND withheld.column_key = figures.column_key;

DELETE FROM impact_internal.dernieres_connexions_figures AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.dernieres_connexions AS staged
    WHERE staged.row_key = published.row_key
        AND staged.column_key = published.column_key
        AND (staged.mois, staged.utilisateurs, staged.raison, staged.arretee_au)
            IS NOT DISTINCT FROM (published.mois, published.utilisateurs, published.raison, published.arretee_au)
);

INSERT INTO impact_internal.dernieres_connexions_figures (
    row_key,
    column_key,
    mois,
    utilisateurs,
    raison,
    arretee_au
)
SELECT
    staged.row_key,
    staged.column_key,
    staged.mois,
    staged.utilisateurs,
    staged.raison,
    staged.arretee_au
FROM impact_internal.dernieres_connexions AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.dernieres_connexions_figures AS published
    WHERE published.row_key = staged.row_key
        AND published.column_key = staged.column_key
        AND (published.mois, published.utilisateurs, published.raison, published.arretee_au)
            IS NOT DISTINCT FROM (staged.mois, staged.utilisateurs, staged.raison, staged.arretee_au)
)
ORDER BY staged.row_key, staged.column_key;

DROP TABLE impact_internal.dernieres_connexions;
