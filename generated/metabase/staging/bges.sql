-- bges: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.bges (
    entreprise_id bigint,
    est_soumise boolean,
    statut text
);
