-- dernieres_connexions: Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué. Only what changed is written.
CREATE UNLOGGED TABLE impact_internal.dernieres_connexions AS
WITH cells AS (
    SELECT
        date_trunc('month', utilisateur.connecte_le)::date AS mois,
        count(*) AS utilisateurs
    FROM impact.utilisateur
    WHERE utilisateur.connecte_le IS NOT NULL
    GROUP BY 1
),
periods AS (
    SELECT
        generate_series(
            min(cells.mois)::timestamp,
            greatest(max(cells.mois), date_trunc('month', current_setting('impact.today')::date)::date)::timestamp,
            interval '1 month'
        )::date AS mois
    FROM cells
)
SELECT
    periods.mois,
    coalesce(cells.utilisateurs, 0) AS utilisateurs
FROM periods
LEFT JOIN cells ON cells.mois = periods.mois;

DELETE FROM impact.dernieres_connexions AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.dernieres_connexions AS staged
    WHERE staged.mois = published.mois
        AND staged.utilisateurs = published.utilisateurs
);

INSERT INTO impact.dernieres_connexions (
    mois,
    utilisateurs
)
SELECT
    staged.mois,
    staged.utilisateurs
FROM impact_internal.dernieres_connexions AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.dernieres_connexions AS published
    WHERE published.mois = staged.mois
        AND published.utilisateurs = staged.utilisateurs
)
ORDER BY staged.mois;

DROP TABLE impact_internal.dernieres_connexions;
