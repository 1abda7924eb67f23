-- inscriptions: Entreprises inscrites chaque mois, et ce qu'elles ont fait depuis ; un mois de moins de trois entreprises est masqué.
CREATE TABLE IF NOT EXISTS impact.inscriptions (
    mois date NOT NULL,
    inscrites bigint NOT NULL,
    premiere_reponse_vsme numeric,
    premiere_reponse_vsme_numerateur bigint NOT NULL,
    premiere_reponse_vsme_denominateur bigint NOT NULL,
    rapport_publie numeric,
    rapport_publie_numerateur bigint NOT NULL,
    PRIMARY KEY (mois)
);

COMMENT ON TABLE impact.inscriptions IS 'Entreprises inscrites chaque mois, et ce qu''elles ont fait depuis ; un mois de moins de trois entreprises est masqué.';
COMMENT ON COLUMN impact.inscriptions.mois IS 'Mois d''inscription.';
COMMENT ON COLUMN impact.inscriptions.inscrites IS 'Entreprises inscrites ce mois-là.';
COMMENT ON COLUMN impact.inscriptions.premiere_reponse_vsme IS 'Part des entreprises qui ont donné une première réponse VSME dans les 90 jours, parmi celles inscrites depuis au moins 90 jours.';
COMMENT ON COLUMN impact.inscriptions.premiere_reponse_vsme_numerateur IS 'Numérateur de « premiere_reponse_vsme ».';
COMMENT ON COLUMN impact.inscriptions.premiere_reponse_vsme_denominateur IS 'Dénominateur de « premiere_reponse_vsme ».';
COMMENT ON COLUMN impact.inscriptions.rapport_publie IS 'Part des entreprises qui ont publié un rapport de durabilité.';
COMMENT ON COLUMN impact.inscriptions.rapport_publie_numerateur IS 'Numérateur de « rapport_publie ».';
