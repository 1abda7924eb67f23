-- par_statut: Calculée à la lecture.
DROP VIEW IF EXISTS impact.par_statut;

CREATE VIEW impact.par_statut AS
SELECT
    rapports.statut,
    count(*) AS nombre,
    count(*) FILTER (WHERE rapports.depose_le IS NOT NULL) AS deposes
FROM impact.rapports
GROUP BY 1;

COMMENT ON VIEW impact.par_statut IS 'Calculée à la lecture.';
COMMENT ON COLUMN impact.par_statut.statut IS 'Statut.';
COMMENT ON COLUMN impact.par_statut.nombre IS 'Rapports.';
COMMENT ON COLUMN impact.par_statut.deposes IS 'Déposés.';

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
