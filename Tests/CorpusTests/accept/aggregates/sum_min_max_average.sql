-- rapports: Les autres agrégats, en une seule table dérivée.
SELECT
    rapport.id::bigint AS id,
    coalesce(documents.pages, 0) AS pages,
    documents.minimum::bigint AS minimum,
    documents.maximum::bigint AS maximum,
    documents.moyenne::numeric AS moyenne,
    coalesce(documents.pages_annexes, 0) AS pages_annexes
FROM rapports_rapport AS rapport
LEFT JOIN (
    SELECT
        document.rapport_id,
        sum(document.pages)::bigint AS pages,
        min(document.pages) AS minimum,
        max(document.pages) AS maximum,
        avg(document.pages) AS moyenne,
        sum(document.pages) FILTER (WHERE document.nature = 'annexe')::bigint AS pages_annexes
    FROM rapports_document AS document
    GROUP BY document.rapport_id
) AS documents ON documents.rapport_id = rapport.id;
