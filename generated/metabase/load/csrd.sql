-- csrd: rows that are gone leave, new and changed ones come, the others are not touched.
DELETE FROM impact.csrd AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.csrd AS staged
    WHERE staged.entreprise_id = published.entreprise_id
);

INSERT INTO impact.csrd (
    entreprise_id,
    est_soumise,
    statut,
    etape_validee,
    nb_documents_ia,
    nb_iro_selectionnes,
    lien_rapport
)
SELECT
    staged.entreprise_id,
    staged.est_soumise,
    staged.statut,
    staged.etape_validee,
    staged.nb_documents_ia,
    staged.nb_iro_selectionnes,
    staged.lien_rapport
FROM impact_internal.csrd AS staged
LEFT JOIN impact.csrd AS published ON published.entreprise_id = staged.entreprise_id
WHERE published.entreprise_id IS NULL
    OR (
        published.est_soumise,
        published.statut,
        published.etape_validee,
        published.nb_documents_ia,
        published.nb_iro_selectionnes,
        published.lien_rapport
    ) IS DISTINCT FROM (
        staged.est_soumise,
        staged.statut,
        staged.etape_validee,
        staged.nb_documents_ia,
        staged.nb_iro_selectionnes,
        staged.lien_rapport
    )
ORDER BY staged.entreprise_id
ON CONFLICT (entreprise_id) DO UPDATE SET
    est_soumise = excluded.est_soumise,
    statut = excluded.statut,
    etape_validee = excluded.etape_validee,
    nb_documents_ia = excluded.nb_documents_ia,
    nb_iro_selectionnes = excluded.nb_iro_selectionnes,
    lien_rapport = excluded.lien_rapport;
