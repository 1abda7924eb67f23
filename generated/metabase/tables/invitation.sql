-- invitation: Invitation à rejoindre une entreprise, sans l'adresse de la personne invitée.
CREATE TABLE IF NOT EXISTS impact.invitation (
    impact_id uuid NOT NULL,
    ajoutee_le date NOT NULL,
    modifiee_le date NOT NULL,
    role text NOT NULL,
    date_acceptation date,
    entreprise_id bigint NOT NULL,
    inviteur_id uuid,
    PRIMARY KEY (impact_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (inviteur_id) REFERENCES impact.utilisateur (impact_id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX IF NOT EXISTS invitation_entreprise_id ON impact.invitation (entreprise_id);
CREATE INDEX IF NOT EXISTS invitation_inviteur_id ON impact.invitation (inviteur_id);
COMMENT ON TABLE impact.invitation IS 'Invitation à rejoindre une entreprise, sans l''adresse de la personne invitée.';
COMMENT ON COLUMN impact.invitation.impact_id IS 'Pseudonyme de l''invitation.';
COMMENT ON COLUMN impact.invitation.ajoutee_le IS 'Jour de l''invitation.';
COMMENT ON COLUMN impact.invitation.modifiee_le IS 'Jour de la dernière modification.';
COMMENT ON COLUMN impact.invitation.role IS 'Rôle proposé : proprietaire, editeur, lecteur.';
COMMENT ON COLUMN impact.invitation.date_acceptation IS 'Jour où l''invitation a été acceptée.';
COMMENT ON COLUMN impact.invitation.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.invitation.inviteur_id IS 'Utilisateur qui a invité, s''il a encore un compte.';
