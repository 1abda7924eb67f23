-- fin_de_mois: Fin de mois : le dernier jour connu, et non la somme des jours.
DROP VIEW IF EXISTS impact.fin_de_mois;

CREATE VIEW impact.fin_de_mois AS
WITH cells AS (
    SELECT
        date_trunc('month', jour.date)::date AS mois,
        (array_agg(jour.nombre ORDER BY jour.date DESC))[1] AS nombre,
        (array_agg(jour.finis ORDER BY jour.date DESC))[1] AS part
    FROM impact.jour
    GROUP BY 1
),
periods AS (
    SELECT
        generate_series(min(cells.mois)::timestamp, max(cells.mois)::timestamp, interval '1 month')::date AS mois
    FROM cells
)
SELECT
    periods.mois,
    cells.nombre::bigint AS nombre,
    round(cells.part::numeric / nullif(cells.nombre, 0), 4) AS part,
    cells.part::bigint AS part_numerateur,
    cells.nombre::bigint AS part_denominateur,
    (cells.nombre - lag(cells.nombre) OVER (ORDER BY periods.mois))::bigint AS de_plus
FROM periods
LEFT JOIN cells ON cells.mois = periods.mois;

COMMENT ON VIEW impact.fin_de_mois IS 'Fin de mois : le dernier jour connu, et non la somme des jours.';
COMMENT ON COLUMN impact.fin_de_mois.mois IS 'Mois.';
COMMENT ON COLUMN impact.fin_de_mois.nombre IS 'Rapports.';
COMMENT ON COLUMN impact.fin_de_mois.part IS 'Part des finis.';
COMMENT ON COLUMN impact.fin_de_mois.part_numerateur IS 'Numérateur de « part ».';
COMMENT ON COLUMN impact.fin_de_mois.part_denominateur IS 'Dénominateur de « part ».';
COMMENT ON COLUMN impact.fin_de_mois.de_plus IS 'De plus que le mois d''avant.';

-- jour: Rapports de chaque jour. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.jour_previous (LIKE impact.jour);

DELETE FROM impact_internal.jour_previous;

CREATE UNLOGGED TABLE impact_internal.jour AS
SELECT
    current_setting('impact.today')::date AS date,
    count(*) AS nombre,
    count(*) FILTER (WHERE rapports.statut = 'final') AS finis
FROM impact.rapports;

WITH replaced AS (
    DELETE FROM impact.jour AS published
    WHERE published.date = current_setting('impact.today')::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.jour AS staged
            WHERE staged.date = published.date
                AND (staged.nombre, staged.finis) IS NOT DISTINCT FROM (published.nombre, published.finis)
        )
    RETURNING published.*
)
INSERT INTO impact_internal.jour_previous
SELECT * FROM replaced;

INSERT INTO impact.jour (
    date,
    nombre,
    finis
)
SELECT
    staged.date,
    staged.nombre,
    staged.finis
FROM impact_internal.jour AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.jour AS published
    WHERE published.date = staged.date
        AND (published.nombre, published.finis) IS NOT DISTINCT FROM (staged.nombre, staged.finis)
)
ORDER BY staged.date;

DROP TABLE impact_internal.jour;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise.effectif::bigint AS effectif,
    entreprise.creee_le
FROM entreprises_entreprise AS entreprise;

-- rapports: Rapports.
SELECT
    rapport.id::bigint AS id,
    rapport.entreprise_id::bigint AS entreprise_id,
    rapport.annee::bigint AS annee,
    rapport.statut,
    rapport.note::numeric AS note,
    rapport.depose_le
FROM rapports_rapport AS rapport;
