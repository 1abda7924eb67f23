-- utilisateur: Compte du Portail RSE, sous un pseudonyme et sans donnée nominative.
CREATE TABLE IF NOT EXISTS impact.utilisateur (
    impact_id uuid NOT NULL,
    ajoute_le date NOT NULL,
    modifie_le date NOT NULL,
    reception_actualites boolean NOT NULL,
    email_confirme boolean NOT NULL,
    connecte_le date,
    nombre_entreprises bigint NOT NULL,
    conseiller_rse boolean,
    PRIMARY KEY (impact_id)
);

COMMENT ON TABLE impact.utilisateur IS 'Compte du Portail RSE, sous un pseudonyme et sans donnée nominative.';
COMMENT ON COLUMN impact.utilisateur.impact_id IS 'Pseudonyme de l''utilisateur, le même dans toutes les tables.';
COMMENT ON COLUMN impact.utilisateur.ajoute_le IS 'Mois de l''inscription.';
COMMENT ON COLUMN impact.utilisateur.modifie_le IS 'Mois de la dernière modification du compte.';
COMMENT ON COLUMN impact.utilisateur.reception_actualites IS 'Accepte de recevoir les actualités.';
COMMENT ON COLUMN impact.utilisateur.email_confirme IS 'Adresse e-mail confirmée.';
COMMENT ON COLUMN impact.utilisateur.connecte_le IS 'Mois de la dernière connexion.';
COMMENT ON COLUMN impact.utilisateur.nombre_entreprises IS 'Nombre d''entreprises auxquelles l''utilisateur est rattaché.';
COMMENT ON COLUMN impact.utilisateur.conseiller_rse IS 'Conseiller RSE externe (NULL : pas encore choisi).';
