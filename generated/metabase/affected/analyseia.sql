-- analyseia: keys on their way, of which rows may have changed.
CREATE UNLOGGED TABLE impact_internal.analyseia_affected (
    impact_id bigint
);
