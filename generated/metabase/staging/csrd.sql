-- csrd: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.csrd (
    entreprise_id bigint,
    est_soumise boolean,
    statut text,
    etape_validee text,
    nb_documents_ia bigint,
    nb_iro_selectionnes bigint,
    lien_rapport boolean
);
