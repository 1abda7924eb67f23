-- rapports_par_taille: Rapports par taille d'entreprise : de plusieurs à une, rien ne se multiplie. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.rapports_par_taille_previous (LIKE impact.rapports_par_taille);

DELETE FROM impact_internal.rapports_par_taille_previous;

CREATE UNLOGGED TABLE impact_internal.rapports_par_taille AS
SELECT
    CASE
        WHEN entreprises.effectif < 10 THEN '< 10'
        WHEN entreprises.effectif < 50 THEN '10 - 49'
        WHEN entreprises.effectif >= 50 THEN '>= 50'
    END AS taille,
    count(*) AS nombre,
    count(DISTINCT rapports.entreprise_id) AS entreprises,
    avg(rapports.note)::numeric AS note,
    max(rapports.note) FILTER (WHERE rapports.statut = 'final')::numeric AS meilleure
FROM impact.rapports
LEFT JOIN impact.entreprises ON entreprises.id = rapports.entreprise_id
WHERE rapports.statut IS NOT NULL
GROUP BY 1;

WITH replaced AS (
    DELETE FROM impact.rapports_par_taille AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.rapports_par_taille AS staged
        WHERE staged.taille IS NOT DISTINCT FROM published.taille
            AND (staged.nombre, staged.entreprises, staged.note, staged.meilleure)
                IS NOT DISTINCT FROM (published.nombre, published.entreprises, published.note, published.meilleure)
    )
    RETURNING published.*
)
INSERT INTO impact_internal.rapports_par_taille_previous
SELECT * FROM replaced;

INSERT INTO impact.rapports_par_taille (
    taille,
    nombre,
    entreprises,
    note,
    meilleure
)
SELECT
    staged.taille,
    staged.nombre,
    staged.entreprises,
    staged.note,
    staged.meilleure
FROM impact_internal.rapports_par_taille AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.rapports_par_taille AS published
    WHERE published.taille IS NOT DISTINCT FROM staged.taille
        AND (published.nombre, published.entreprises, published.note, published.meilleure)
            IS NOT DISTINCT FROM (staged.nombre, staged.entreprises, staged.note, staged.meilleure)
)
ORDER BY staged.taille;

DROP TABLE impact_internal.rapports_par_taille;

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
