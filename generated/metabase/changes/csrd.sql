-- csrd: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.csrd_previous (LIKE impact.csrd);

DELETE FROM impact_internal.csrd_previous;

WITH replaced AS (
    DELETE FROM impact.csrd AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.csrd_affected AS affected
        WHERE affected.entreprise_id = published.entreprise_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.csrd AS staged
            WHERE staged.entreprise_id = published.entreprise_id
                AND (
                    staged.est_soumise,
                    staged.statut,
                    staged.etape_validee,
                    staged.nb_documents_ia,
                    staged.nb_iro_selectionnes,
                    staged.lien_rapport
                ) IS NOT DISTINCT FROM (
                    published.est_soumise,
                    published.statut,
                    published.etape_validee,
                    published.nb_documents_ia,
                    published.nb_iro_selectionnes,
                    published.lien_rapport
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.csrd_previous
SELECT * FROM replaced;

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
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.csrd AS published
    WHERE published.entreprise_id = staged.entreprise_id
)
ORDER BY staged.entreprise_id;
