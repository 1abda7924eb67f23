-- rapports: Les lignes liées comme un objet JSON.
SELECT
    rapport.id::bigint AS id,
    CASE
        WHEN jsonb_typeof(documents.analyses -> 'bilan' -> 'langue') = 'string'
            THEN documents.analyses -> 'bilan' ->> 'langue'
    END AS langue,
    (documents.analyses -> 'bilan') IS NOT NULL AS a_un_bilan
FROM rapports_rapport AS rapport
LEFT JOIN (
    SELECT
        document.rapport_id,
        jsonb_object_agg(document.code, document."analyse" ORDER BY document.code) AS analyses
    FROM rapports_document AS document
    GROUP BY document.rapport_id
) AS documents ON documents.rapport_id = rapport.id;
