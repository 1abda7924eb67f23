-- branches: A branch of the network.
CREATE TABLE IF NOT EXISTS library.branches (
    branch_id bigint NOT NULL,
    name text NOT NULL,
    commune text NOT NULL,
    opened_on date NOT NULL,
    readers bigint NOT NULL,
    PRIMARY KEY (branch_id)
);

COMMENT ON TABLE library.branches IS 'A branch of the network.';
COMMENT ON COLUMN library.branches.branch_id IS 'Number of the branch.';
COMMENT ON COLUMN library.branches.name IS 'Name of the branch.';
COMMENT ON COLUMN library.branches.commune IS 'Commune where it stands.';
COMMENT ON COLUMN library.branches.opened_on IS 'Day it opened.';
COMMENT ON COLUMN library.branches.readers IS 'Readers whose card was made there, to the nearest ten.';
