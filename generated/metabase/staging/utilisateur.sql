-- utilisateur: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.utilisateur (
    impact_id uuid,
    ajoute_le date,
    modifie_le date,
    reception_actualites boolean,
    email_confirme boolean,
    connecte_le date,
    nombre_entreprises bigint,
    conseiller_rse boolean
);
