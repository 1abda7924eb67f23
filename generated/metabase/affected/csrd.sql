-- csrd: keys on their way, of which rows may have changed.
CREATE UNLOGGED TABLE impact_internal.csrd_affected (
    entreprise_id bigint
);
