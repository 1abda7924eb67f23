-- The source of the benchmark: `rows` events, a hundred of each client, the same ones each time.
CREATE TABLE clients AS
SELECT id, (id * 48271 % 2000)::int AS taille, timestamptz '2020-01-01' + id * 7 % 189216000 * interval '1 second' AS cree_le
FROM generate_series(1::bigint, :rows / 100) AS id;
ALTER TABLE clients ADD PRIMARY KEY (id), ALTER COLUMN taille SET NOT NULL, ALTER COLUMN cree_le SET NOT NULL;
CREATE TABLE evenements AS
SELECT
    id, 1 + id % (:rows / 100) AS client_id, (id % 300) || ' rue de la République' AS adresse,
    date '2020-01-01' + (id * 7919 % 2192)::int AS jour, (ARRAY ['A JOUR', 'A ACTUALISER', 'EN COURS'])[1 + (id % 3)::int] AS statut,
    (id * 16807 % 100000)::numeric / 100 AS montant
FROM generate_series(1::bigint, :rows) AS id;
ALTER TABLE evenements ADD PRIMARY KEY (id);
ALTER TABLE evenements
    ALTER COLUMN client_id SET NOT NULL, ALTER COLUMN adresse SET NOT NULL, ALTER COLUMN jour SET NOT NULL,
    ALTER COLUMN statut SET NOT NULL, ALTER COLUMN montant SET NOT NULL;
ALTER TABLE evenements ADD FOREIGN KEY (client_id) REFERENCES clients;
VACUUM (ANALYZE) clients, evenements;
