-- What production may hold that is not a plain table of plain columns.
CREATE SCHEMA compta;
CREATE TYPE etat AS ENUM ('ouvert', 'clos');
CREATE TYPE adresse AS (rue text, ville text);
CREATE DOMAIN siren AS varchar(9) CHECK (VALUE ~ '^[0-9]{9}$');

CREATE TABLE compte (
    id uuid PRIMARY KEY,
    email text NOT NULL UNIQUE,
    mot_de_passe_hash text NOT NULL,
    etat etat NOT NULL,
    langue varchar(2) CHECK (langue IN ('fr', 'en')),
    "Prénom usuel" text,
    class text,
    self integer,
    naissance date,
    solde double precision,
    ip inet,
    tags text[],
    periode daterange,
    domicile adresse,
    vu_le timestamp,
    profil json,
    reglages jsonb
);
COMMENT ON TABLE compte IS E'Compte d''une personne.\n\nUn par adresse.';
COMMENT ON COLUMN compte.email IS 'Adresse, en minuscules.';
COMMENT ON COLUMN compte.etat IS E'Deux états,\nsur deux lignes.';

CREATE TABLE entreprise (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    siren siren NOT NULL UNIQUE,
    annee integer NOT NULL,
    ouverte boolean NOT NULL,
    montant numeric(12, 2),
    mere_id bigint REFERENCES entreprise (id),
    "entreprise-liée" bigint REFERENCES entreprise (id)
);

CREATE TABLE compta.facture (
    id bigint PRIMARY KEY,
    entreprise_siren varchar(9) NOT NULL REFERENCES entreprise (siren),
    emise_par uuid REFERENCES compte (id),
    emise_par_id uuid NOT NULL,
    annee integer NOT NULL,
    numero integer NOT NULL,
    """guillemets"" et \barre" text,
    UNIQUE (annee, numero)
);
CREATE UNIQUE INDEX ON compta.facture (numero) WHERE annee > 2020;
ALTER TABLE compta.facture ADD FOREIGN KEY (emise_par_id) REFERENCES compte (id) NOT VALID;

CREATE TABLE facture_ligne (
    facture_id bigint REFERENCES compta.facture (id),
    rang integer,
    libelle text NOT NULL,
    PRIMARY KEY (facture_id, rang)
);
CREATE TABLE ligne_remise (
    code text NOT NULL UNIQUE,
    facture_id bigint NOT NULL,
    rang integer NOT NULL,
    FOREIGN KEY (facture_id, rang) REFERENCES facture_ligne (facture_id, rang)
);

CREATE TABLE mesure (id bigint, prise_le timestamptz NOT NULL, valeur numeric, PRIMARY KEY (id, prise_le)) PARTITION BY RANGE (prise_le);
CREATE TABLE mesure_2026 PARTITION OF mesure FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE "date" (id integer PRIMARY KEY, "2026" boolean NOT NULL, "_" boolean);
CREATE VIEW ouvertes AS SELECT id, annee FROM entreprise WHERE ouverte;
CREATE TABLE "point.dans.le.nom" (id integer PRIMARY KEY);
CREATE TABLE vide ();
