-- entreprise: keys on their way, of which rows may have changed.
CREATE UNLOGGED TABLE impact_internal.entreprise_affected (
    impact_id bigint
);
