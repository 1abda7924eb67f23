-- bdese: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.bdese (
    entreprise_id bigint,
    est_soumise boolean,
    statut text
);
