-- invitation: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.invitation (
    impact_id uuid,
    ajoutee_le date,
    modifiee_le date,
    role text,
    date_acceptation date,
    entreprise_id bigint,
    inviteur_id uuid
);
