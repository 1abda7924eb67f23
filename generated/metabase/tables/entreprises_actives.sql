-- entreprises_actives: Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée.
CREATE TABLE IF NOT EXISTS impact.entreprises_actives (
    date date NOT NULL,
    taille text NOT NULL,
    inscrites bigint,
    actives bigint,
    part_actives numeric,
    PRIMARY KEY (date, taille)
);

ALTER TABLE impact.entreprises_actives ADD COLUMN IF NOT EXISTS inscrites bigint;
ALTER TABLE impact.entreprises_actives ADD COLUMN IF NOT EXISTS actives bigint;
ALTER TABLE impact.entreprises_actives ADD COLUMN IF NOT EXISTS part_actives numeric;
COMMENT ON TABLE impact.entreprises_actives IS 'Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée.';
COMMENT ON COLUMN impact.entreprises_actives.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.entreprises_actives.taille IS 'Taille, d''après l''effectif déclaré.';
COMMENT ON COLUMN impact.entreprises_actives.inscrites IS 'Entreprises inscrites.';
COMMENT ON COLUMN impact.entreprises_actives.actives IS 'Entreprises dont un utilisateur s''est connecté ce mois-ci ou les deux mois d''avant.';
COMMENT ON COLUMN impact.entreprises_actives.part_actives IS 'Part des entreprises actives.';
