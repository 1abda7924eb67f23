-- branches: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE library_internal.branches (
    branch_id bigint,
    name text,
    commune text,
    opened_on date,
    readers bigint
);
