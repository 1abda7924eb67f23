-- dernieres_connexions: Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué.
CREATE TABLE IF NOT EXISTS impact.dernieres_connexions (
    mois date NOT NULL,
    utilisateurs bigint NOT NULL,
    PRIMARY KEY (mois)
);

COMMENT ON TABLE impact.dernieres_connexions IS 'Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué.';
COMMENT ON COLUMN impact.dernieres_connexions.mois IS 'Mois de la dernière connexion.';
COMMENT ON COLUMN impact.dernieres_connexions.utilisateurs IS 'Utilisateurs qui se sont connectés pour la dernière fois ce mois-là.';
