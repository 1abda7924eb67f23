-- derniere_note: La dernière année de chaque statut, et de plusieurs notes la meilleure. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.derniere_note_previous (LIKE impact.derniere_note);

DELETE FROM impact_internal.derniere_note_previous;

CREATE UNLOGGED TABLE impact_internal.derniere_note AS
SELECT
    rapports_notes.statut,
    (array_agg(rapports_notes.note ORDER BY rapports_notes.annee DESC, rapports_notes.note DESC NULLS LAST))[1]::numeric AS note
FROM impact.rapports_notes
GROUP BY 1;

WITH replaced AS (
    DELETE FROM impact.derniere_note AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.derniere_note AS staged
        WHERE staged.statut IS NOT DISTINCT FROM published.statut
            AND staged.note IS NOT DISTINCT FROM published.note
    )
    RETURNING published.*
)
INSERT INTO impact_internal.derniere_note_previous
SELECT * FROM replaced;

INSERT INTO impact.derniere_note (
    statut,
    note
)
SELECT
    staged.statut,
    staged.note
FROM impact_internal.derniere_note AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.derniere_note AS published
    WHERE published.statut IS NOT DISTINCT FROM staged.statut
        AND published.note IS NOT DISTINCT FROM staged.note
)
ORDER BY staged.statut;

DROP TABLE impact_internal.derniere_note;

-- total_2025: Une seule année. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.total_2025_previous (LIKE impact.total_2025);

DELETE FROM impact_internal.total_2025_previous;

CREATE UNLOGGED TABLE impact_internal.total_2025 AS
SELECT coalesce(sum(notes.note), 0)::numeric AS total
FROM impact.notes
WHERE notes.annee = 2025;

WITH replaced AS (
    DELETE FROM impact.total_2025 AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.total_2025 AS staged
        WHERE staged.total = published.total
    )
    RETURNING published.*
)
INSERT INTO impact_internal.total_2025_previous
SELECT * FROM replaced;

INSERT INTO impact.total_2025 (
    total
)
SELECT
    staged.total
FROM impact_internal.total_2025 AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.total_2025 AS published
    WHERE published.total = staged.total
);

DROP TABLE impact_internal.total_2025;

-- total_des_notes: Une somme de niveaux est celle d'un seul moment. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.total_des_notes_previous (LIKE impact.total_des_notes);

DELETE FROM impact_internal.total_des_notes_previous;

CREATE UNLOGGED TABLE impact_internal.total_des_notes AS
SELECT
    notes.annee::bigint AS annee,
    coalesce(sum(notes.note), 0)::numeric AS total
FROM impact.notes
GROUP BY 1;

WITH replaced AS (
    DELETE FROM impact.total_des_notes AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.total_des_notes AS staged
        WHERE staged.annee = published.annee
            AND staged.total = published.total
    )
    RETURNING published.*
)
INSERT INTO impact_internal.total_des_notes_previous
SELECT * FROM replaced;

INSERT INTO impact.total_des_notes (
    annee,
    total
)
SELECT
    staged.annee,
    staged.total
FROM impact_internal.total_des_notes AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.total_des_notes AS published
    WHERE published.annee = staged.annee
        AND published.total = staged.total
)
ORDER BY staged.annee;

DROP TABLE impact_internal.total_des_notes;

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise.effectif::bigint AS effectif,
    entreprise.creee_le
FROM entreprises_entreprise AS entreprise;

-- notes: Effectifs déclarés, année par année.
SELECT
    rapport.id::bigint AS id,
    rapport.annee::bigint AS annee,
    rapport.note::numeric AS note
FROM rapports_rapport AS rapport
WHERE rapport.note IS NOT NULL;

-- rapports: Rapports.
SELECT
    rapport.id::bigint AS id,
    rapport.entreprise_id::bigint AS entreprise_id,
    rapport.annee::bigint AS annee,
    rapport.statut,
    rapport.note::numeric AS note,
    rapport.depose_le
FROM rapports_rapport AS rapport;

-- rapports_notes: Notes de chaque année, s'il y en a.
SELECT
    rapport.id::bigint AS id,
    rapport.annee::bigint AS annee,
    rapport.statut,
    rapport.note::numeric AS note
FROM rapports_rapport AS rapport;
