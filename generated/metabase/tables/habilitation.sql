-- habilitation: Rattachement d'un utilisateur à une entreprise.
CREATE TABLE IF NOT EXISTS impact.habilitation (
    impact_id uuid NOT NULL,
    entreprise_id bigint NOT NULL,
    utilisateur_id uuid NOT NULL,
    ajoutee_le date NOT NULL,
    modifiee_le date NOT NULL,
    invitation_id uuid,
    PRIMARY KEY (impact_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (utilisateur_id) REFERENCES impact.utilisateur (impact_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (invitation_id) REFERENCES impact.invitation (impact_id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX IF NOT EXISTS habilitation_entreprise_id ON impact.habilitation (entreprise_id);
CREATE INDEX IF NOT EXISTS habilitation_utilisateur_id ON impact.habilitation (utilisateur_id);
CREATE INDEX IF NOT EXISTS habilitation_invitation_id ON impact.habilitation (invitation_id);
COMMENT ON TABLE impact.habilitation IS 'Rattachement d''un utilisateur à une entreprise.';
COMMENT ON COLUMN impact.habilitation.impact_id IS 'Pseudonyme du rattachement.';
COMMENT ON COLUMN impact.habilitation.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.habilitation.utilisateur_id IS 'Utilisateur rattaché.';
COMMENT ON COLUMN impact.habilitation.ajoutee_le IS 'Jour du rattachement.';
COMMENT ON COLUMN impact.habilitation.modifiee_le IS 'Jour de la dernière modification.';
COMMENT ON COLUMN impact.habilitation.invitation_id IS 'Invitation d''origine, s''il y en a eu une.';
