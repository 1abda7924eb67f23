-- branches: A branch of the network.
SELECT branches.branch_id, branches.name, branches.commune, branches.opened_on, branches.readers
FROM library_views.branches;
