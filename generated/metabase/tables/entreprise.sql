-- entreprise: Entreprise inscrite sur le Portail RSE.
CREATE TABLE IF NOT EXISTS impact.entreprise (
    impact_id bigint NOT NULL,
    ajoutee_le timestamp with time zone NOT NULL,
    modifiee_le timestamp with time zone NOT NULL,
    siren text,
    denomination text,
    effectif text,
    bdese_accord boolean,
    nombre_utilisateurs bigint NOT NULL,
    date_cloture_exercice date,
    tranche_bilan text,
    tranche_chiffre_affaires text,
    appartient_groupe boolean,
    comptes_consolides boolean,
    tranche_bilan_consolide text,
    tranche_chiffre_affaires_consolide text,
    effectif_outre_mer text,
    effectif_groupe text,
    societe_mere_en_france boolean,
    date_derniere_qualification date,
    categorie_juridique text,
    est_cotee boolean,
    effectif_groupe_france text,
    est_societe_mere boolean,
    est_interet_public boolean,
    pays text,
    "code_NAF" text,
    effectif_securite_sociale text,
    code_postal text,
    tranche_consommation_energie_finale text,
    PRIMARY KEY (impact_id)
);

COMMENT ON TABLE impact.entreprise IS 'Entreprise inscrite sur le Portail RSE.';
COMMENT ON COLUMN impact.entreprise.impact_id IS 'Numéro de l''entreprise dans le Portail RSE.';
COMMENT ON COLUMN impact.entreprise.ajoutee_le IS 'Date d''inscription de l''entreprise.';
COMMENT ON COLUMN impact.entreprise.modifiee_le IS 'Dernière modification de l''entreprise ou de ses dernières caractéristiques.';
COMMENT ON COLUMN impact.entreprise.siren IS 'Numéro SIREN, sauf celui d''un entrepreneur individuel.';
COMMENT ON COLUMN impact.entreprise.denomination IS 'Raison sociale, sauf celle d''un entrepreneur individuel.';
COMMENT ON COLUMN impact.entreprise.effectif IS 'Tranche d''effectif (code du travail) : 0-9, 10-49, 50-249, 250-299, 300-499, 500-4999, 5000-9999, 10000+.';
COMMENT ON COLUMN impact.entreprise.bdese_accord IS 'Accord d''entreprise sur la BDESE.';
COMMENT ON COLUMN impact.entreprise.nombre_utilisateurs IS 'Nombre d''utilisateurs rattachés.';
COMMENT ON COLUMN impact.entreprise.date_cloture_exercice IS 'Date de clôture de cet exercice.';
COMMENT ON COLUMN impact.entreprise.tranche_bilan IS 'Tranche de bilan : 0-450k, 450k-25M, 25M-43M, 43M-100M, 100M+.';
COMMENT ON COLUMN impact.entreprise.tranche_chiffre_affaires IS 'Tranche de chiffre d''affaires : 0-900k, 900k-50M, 50M-100M, 100M+.';
COMMENT ON COLUMN impact.entreprise.appartient_groupe IS 'Fait partie d''un groupe.';
COMMENT ON COLUMN impact.entreprise.comptes_consolides IS 'Le groupe établit des comptes consolidés.';
COMMENT ON COLUMN impact.entreprise.tranche_bilan_consolide IS 'Tranche de bilan consolidé : 0-30M, 30M-43M, 43M-100M, 100M+.';
COMMENT ON COLUMN impact.entreprise.tranche_chiffre_affaires_consolide IS 'Tranche de CA consolidé : 0-60M, 60M-100M, 100M+.';
COMMENT ON COLUMN impact.entreprise.effectif_outre_mer IS 'Tranche d''effectif outre-mer : 0-249, 250+.';
COMMENT ON COLUMN impact.entreprise.effectif_groupe IS 'Tranche d''effectif du groupe (monde) : 0-49, 50-249, 250-499, 500-4999, 5000-9999, 10000+.';
COMMENT ON COLUMN impact.entreprise.societe_mere_en_france IS 'Siège de la société mère en France.';
COMMENT ON COLUMN impact.entreprise.date_derniere_qualification IS 'Date de dernière qualification.';
COMMENT ON COLUMN impact.entreprise.categorie_juridique IS 'Forme juridique.';
COMMENT ON COLUMN impact.entreprise.est_cotee IS 'Cotée sur un marché réglementé.';
COMMENT ON COLUMN impact.entreprise.effectif_groupe_france IS 'Tranche d''effectif du groupe en France (mêmes valeurs).';
COMMENT ON COLUMN impact.entreprise.est_societe_mere IS 'Est la société mère du groupe.';
COMMENT ON COLUMN impact.entreprise.est_interet_public IS 'Entité d''intérêt public.';
COMMENT ON COLUMN impact.entreprise.pays IS 'Pays du siège.';
COMMENT ON COLUMN impact.entreprise."code_NAF" IS 'Code NAF (activité principale).';
COMMENT ON COLUMN impact.entreprise.effectif_securite_sociale IS 'Tranche d''effectif sécurité sociale : 0-9, 10-49, 50-249, 250-499, 500+.';
COMMENT ON COLUMN impact.entreprise.code_postal IS 'Code postal du siège, sauf celui d''un entrepreneur individuel.';
COMMENT ON COLUMN impact.entreprise.tranche_consommation_energie_finale IS 'Tranche de consommation d''énergie : 0-2.75GWh, 2.75GWh-23.6GWh, 23.6GWh+.';
