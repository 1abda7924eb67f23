-- The source of the benchmark: `rows` rows of ten columns, about 150 bytes each, the same ones each time.
CREATE TABLE mesures AS
SELECT
    id,
    'Nom' || lpad((id * 7919 % 99991)::text, 9, 'a') AS nom,
    'Prénom' || (id * 104729 % 9973) AS prenom,
    'personne.' || id || '@exemple' || id % 97 || '.fr' AS email,
    (id % 300) || ' rue de la République, bâtiment ' || chr(65 + (id % 26)::int) AS adresse,
    lpad((1000 + id * 31 % 94999)::text, 5, '0') AS code_postal,
    (id * 48271 % 2000)::int AS effectif,
    timestamptz '2020-01-01' + id * 7 % 189216000 * interval '1 second' AS cree_le,
    (ARRAY ['A JOUR', 'A ACTUALISER', 'EN COURS'])[1 + (id % 3)::int] AS statut,
    (id * 16807 % 100000)::numeric / 100 AS points
FROM generate_series(1::bigint, :rows) AS id;
ALTER TABLE mesures ADD PRIMARY KEY (id);
ALTER TABLE mesures
    ALTER COLUMN nom SET NOT NULL, ALTER COLUMN prenom SET NOT NULL, ALTER COLUMN email SET NOT NULL, ALTER COLUMN adresse SET NOT NULL,
    ALTER COLUMN code_postal SET NOT NULL, ALTER COLUMN effectif SET NOT NULL, ALTER COLUMN cree_le SET NOT NULL,
    ALTER COLUMN statut SET NOT NULL, ALTER COLUMN points SET NOT NULL;
VACUUM (ANALYZE) mesures;
