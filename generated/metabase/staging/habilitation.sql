-- habilitation: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.habilitation (
    impact_id uuid,
    entreprise_id bigint,
    utilisateur_id uuid,
    ajoutee_le date,
    modifiee_le date,
    invitation_id uuid
);
