-- entreprises: La relation d'une ligne choisie.
SELECT
    entreprise.id::bigint AS id,
    derniere.role,
    coalesce(documents.documents, 0) AS documents,
    "user".actif
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (habilitation.entreprise_id)
        habilitation.entreprise_id,
        habilitation.role,
        habilitation.user_id
    FROM habilitations_habilitation AS habilitation
    ORDER BY habilitation.entreprise_id, habilitation.created_at DESC, habilitation.id DESC
) AS derniere ON derniere.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.id
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS rapports ON rapports.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT
        document.rapport_id,
        count(*) AS documents
    FROM rapports_document AS document
    GROUP BY document.rapport_id
) AS documents ON documents.rapport_id = rapports.id
LEFT JOIN users_user AS "user" ON "user".id = derniere.user_id;
