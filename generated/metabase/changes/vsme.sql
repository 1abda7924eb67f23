-- vsme: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.vsme_previous (LIKE impact.vsme);

DELETE FROM impact_internal.vsme_previous;

WITH replaced AS (
    DELETE FROM impact.vsme AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.vsme_affected AS affected
        WHERE affected.entreprise_id = published.entreprise_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.vsme AS staged
            WHERE staged.entreprise_id = published.entreprise_id
                AND staged.annee_cloture = published.annee_cloture
                AND (
                    staged.est_soumise,
                    staged.statut,
                    staged.cree_le,
                    staged.modifie_le,
                    staged.premier_indicateur_cree_le,
                    staged.nb_indicateurs_completes,
                    staged.choix_module,
                    staged.progression,
                    staged."progression_B1",
                    staged."progression_B2",
                    staged."progression_B3",
                    staged."progression_B4",
                    staged."progression_B5",
                    staged."progression_B6",
                    staged."progression_B7",
                    staged."progression_B8",
                    staged."progression_B9",
                    staged."progression_B10",
                    staged."progression_B11",
                    staged."progression_C1",
                    staged."progression_C2",
                    staged."progression_C3",
                    staged."progression_C4",
                    staged."progression_C5",
                    staged."progression_C6",
                    staged."progression_C7",
                    staged."progression_C8",
                    staged."progression_C9"
                ) IS NOT DISTINCT FROM (
                    published.est_soumise,
                    published.statut,
                    published.cree_le,
                    published.modifie_le,
                    published.premier_indicateur_cree_le,
                    published.nb_indicateurs_completes,
                    published.choix_module,
                    published.progression,
                    published."progression_B1",
                    published."progression_B2",
                    published."progression_B3",
                    published."progression_B4",
                    published."progression_B5",
                    published."progression_B6",
                    published."progression_B7",
                    published."progression_B8",
                    published."progression_B9",
                    published."progression_B10",
                    published."progression_B11",
                    published."progression_C1",
                    published."progression_C2",
                    published."progression_C3",
                    published."progression_C4",
                    published."progression_C5",
                    published."progression_C6",
                    published."progression_C7",
                    published."progression_C8",
                    published."progression_C9"
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.vsme_previous
SELECT * FROM replaced;

INSERT INTO impact.vsme (
    entreprise_id,
    annee_cloture,
    est_soumise,
    statut,
    cree_le,
    modifie_le,
    premier_indicateur_cree_le,
    nb_indicateurs_completes,
    choix_module,
    progression,
    "progression_B1",
    "progression_B2",
    "progression_B3",
    "progression_B4",
    "progression_B5",
    "progression_B6",
    "progression_B7",
    "progression_B8",
    "progression_B9",
    "progression_B10",
    "progression_B11",
    "progression_C1",
    "progression_C2",
    "progression_C3",
    "progression_C4",
    "progression_C5",
    "progression_C6",
    "progression_C7",
    "progression_C8",
    "progression_C9"
)
SELECT
    staged.entreprise_id,
    staged.annee_cloture,
    staged.est_soumise,
    staged.statut,
    staged.cree_le,
    staged.modifie_le,
    staged.premier_indicateur_cree_le,
    staged.nb_indicateurs_completes,
    staged.choix_module,
    staged.progression,
    staged."progression_B1",
    staged."progression_B2",
    staged."progression_B3",
    staged."progression_B4",
    staged."progression_B5",
    staged."progression_B6",
    staged."progression_B7",
    staged."progression_B8",
    staged."progression_B9",
    staged."progression_B10",
    staged."progression_B11",
    staged."progression_C1",
    staged."progression_C2",
    staged."progression_C3",
    staged."progression_C4",
    staged."progression_C5",
    staged."progression_C6",
    staged."progression_C7",
    staged."progression_C8",
    staged."progression_C9"
FROM impact_internal.vsme AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.vsme AS published
    WHERE published.entreprise_id = staged.entreprise_id
        AND published.annee_cloture = staged.annee_cloture
)
ORDER BY staged.entreprise_id, staged.annee_cloture;
