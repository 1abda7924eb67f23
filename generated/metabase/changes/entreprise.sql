-- entreprise: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.entreprise_previous (LIKE impact.entreprise);

DELETE FROM impact_internal.entreprise_previous;

WITH replaced AS (
    DELETE FROM impact.entreprise AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.entreprise_affected AS affected
        WHERE affected.impact_id = published.impact_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.entreprise AS staged
            WHERE staged.impact_id = published.impact_id
                AND (
                    staged.ajoutee_le,
                    staged.modifiee_le,
                    staged.siren,
                    staged.denomination,
                    staged.effectif,
                    staged.bdese_accord,
                    staged.nombre_utilisateurs,
                    staged.date_cloture_exercice,
                    staged.tranche_bilan,
                    staged.tranche_chiffre_affaires,
                    staged.appartient_groupe,
                    staged.comptes_consolides,
                    staged.tranche_bilan_consolide,
                    staged.tranche_chiffre_affaires_consolide,
                    staged.effectif_outre_mer,
                    staged.effectif_groupe,
                    staged.societe_mere_en_france,
                    staged.date_derniere_qualification,
                    staged.categorie_juridique,
                    staged.est_cotee,
                    staged.effectif_groupe_france,
                    staged.est_societe_mere,
                    staged.est_interet_public,
                    staged.pays,
                    staged."code_NAF",
                    staged.effectif_securite_sociale,
                    staged.code_postal,
                    staged.tranche_consommation_energie_finale
                ) IS NOT DISTINCT FROM (
                    published.ajoutee_le,
                    published.modifiee_le,
                    published.siren,
                    published.denomination,
                    published.effectif,
                    published.bdese_accord,
                    published.nombre_utilisateurs,
                    published.date_cloture_exercice,
                    published.tranche_bilan,
                    published.tranche_chiffre_affaires,
                    published.appartient_groupe,
                    published.comptes_consolides,
                    published.tranche_bilan_consolide,
                    published.tranche_chiffre_affaires_consolide,
                    published.effectif_outre_mer,
                    published.effectif_groupe,
                    published.societe_mere_en_france,
                    published.date_derniere_qualification,
                    published.categorie_juridique,
                    published.est_cotee,
                    published.effectif_groupe_france,
                    published.est_societe_mere,
                    published.est_interet_public,
                    published.pays,
                    published."code_NAF",
                    published.effectif_securite_sociale,
                    published.code_postal,
                    published.tranche_consommation_energie_finale
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.entreprise_previous
SELECT * FROM replaced;

INSERT INTO impact.entreprise (
    impact_id,
    ajoutee_le,
    modifiee_le,
    siren,
    denomination,
    effectif,
    bdese_accord,
    nombre_utilisateurs,
    date_cloture_exercice,
    tranche_bilan,
    tranche_chiffre_affaires,
    appartient_groupe,
    comptes_consolides,
    tranche_bilan_consolide,
    tranche_chiffre_affaires_consolide,
    effectif_outre_mer,
    effectif_groupe,
    societe_mere_en_france,
    date_derniere_qualification,
    categorie_juridique,
    est_cotee,
    effectif_groupe_france,
    est_societe_mere,
    est_interet_public,
    pays,
    "code_NAF",
    effectif_securite_sociale,
    code_postal,
    tranche_consommation_energie_finale
)
SELECT
    staged.impact_id,
    staged.ajoutee_le,
    staged.modifiee_le,
    staged.siren,
    staged.denomination,
    staged.effectif,
    staged.bdese_accord,
    staged.nombre_utilisateurs,
    staged.date_cloture_exercice,
    staged.tranche_bilan,
    staged.tranche_chiffre_affaires,
    staged.appartient_groupe,
    staged.comptes_consolides,
    staged.tranche_bilan_consolide,
    staged.tranche_chiffre_affaires_consolide,
    staged.effectif_outre_mer,
    staged.effectif_groupe,
    staged.societe_mere_en_france,
    staged.date_derniere_qualification,
    staged.categorie_juridique,
    staged.est_cotee,
    staged.effectif_groupe_france,
    staged.est_societe_mere,
    staged.est_interet_public,
    staged.pays,
    staged."code_NAF",
    staged.effectif_securite_sociale,
    staged.code_postal,
    staged.tranche_consommation_energie_finale
FROM impact_internal.entreprise AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.entreprise AS published
    WHERE published.impact_id = staged.impact_id
)
ORDER BY staged.impact_id;
