-- entreprises: Une relation multiple dans une autre.
SELECT
    entreprise.id::bigint AS id,
    coalesce(rapports.pages, 0) AS pages,
    coalesce(rapports.avec_annexe, 0) AS avec_annexe,
    coalesce(rapports.fournis, 0) AS fournis
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        sum(coalesce(documents.pages, 0))::bigint AS pages,
        count(*) FILTER (
            WHERE EXISTS (
                    SELECT 1
                    FROM rapports_document AS document
                    WHERE document.rapport_id = rapport.id
                        AND document.nature = 'annexe'
                )
        ) AS avec_annexe,
        count(*) FILTER (WHERE coalesce(documents.fournis, 0) > 10) AS fournis
    FROM rapports_rapport AS rapport
    LEFT JOIN (
        SELECT
            document.rapport_id,
            sum(document.pages)::bigint AS pages,
            count(*) AS fournis
        FROM rapports_document AS document
        GROUP BY document.rapport_id
    ) AS documents ON documents.rapport_id = rapport.id
    GROUP BY rapport.entreprise_id
) AS rapports ON rapports.entreprise_id = entreprise.id;
