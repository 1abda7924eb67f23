-- habilitation: keys on their way, of which rows may have changed.
CREATE UNLOGGED TABLE impact_internal.habilitation_affected (
    impact_id uuid
);
