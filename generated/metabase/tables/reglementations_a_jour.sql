-- reglementations_a_jour: Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée.
CREATE TABLE IF NOT EXISTS impact.reglementations_a_jour (
    date date NOT NULL,
    reglementation text NOT NULL,
    part_a_jour numeric,
    part_a_jour_numerateur bigint,
    part_a_jour_denominateur bigint,
    PRIMARY KEY (date, reglementation)
);

ALTER TABLE impact.reglementations_a_jour ADD COLUMN IF NOT EXISTS part_a_jour numeric;
ALTER TABLE impact.reglementations_a_jour ADD COLUMN IF NOT EXISTS part_a_jour_numerateur bigint;
ALTER TABLE impact.reglementations_a_jour ADD COLUMN IF NOT EXISTS part_a_jour_denominateur bigint;
COMMENT ON TABLE impact.reglementations_a_jour IS 'Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée.';
COMMENT ON COLUMN impact.reglementations_a_jour.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.reglementations_a_jour.reglementation IS 'Réglementation concernée.';
COMMENT ON COLUMN impact.reglementations_a_jour.part_a_jour IS 'Part des réglementations à jour parmi celles dont le statut est connu.';
COMMENT ON COLUMN impact.reglementations_a_jour.part_a_jour_numerateur IS 'Numérateur de « part_a_jour ».';
COMMENT ON COLUMN impact.reglementations_a_jour.part_a_jour_denominateur IS 'Dénominateur de « part_a_jour ».';
