-- What `impact_reader`, the runner's role on production, may read: these columns and no other. For a DBA to run there.
GRANT USAGE ON SCHEMA public TO impact_reader;

GRANT SELECT (
    id,
    last_login,
    reception_actualites,
    created_at,
    updated_at,
    is_email_confirmed,
    is_conseiller_rse
) ON users_user TO impact_reader;

GRANT SELECT (
    id,
    siren,
    denomination,
    created_at,
    updated_at,
    appartient_groupe,
    comptes_consolides,
    societe_mere_en_france,
    date_derniere_qualification,
    categorie_juridique_sirene,
    est_cotee,
    est_societe_mere,
    est_interet_public,
    code_pays_etranger_sirene,
    "code_NAF",
    code_postal
) ON entreprises_entreprise TO impact_reader;

GRANT SELECT (
    id,
    annee,
    bdese_accord,
    effectif,
    entreprise_id,
    updated_at,
    effectif_outre_mer,
    tranche_bilan,
    tranche_chiffre_affaires,
    date_cloture_exercice,
    tranche_bilan_consolide,
    tranche_chiffre_affaires_consolide,
    effectif_groupe,
    effectif_groupe_france,
    effectif_securite_sociale,
    tranche_consommation_energie_finale
) ON entreprises_caracteristiquesannuelles TO impact_reader;

GRANT SELECT (
    id,
    created_at,
    updated_at,
    resultat_json,
    etat
) ON analyseia_analyseia TO impact_reader;

GRANT SELECT (
    id,
    entreprise_id,
    analyseia_id
) ON entreprises_entreprise_analyses_ia TO impact_reader;

GRANT SELECT (
    id,
    created_at,
    updated_at,
    role,
    entreprise_id,
    inviteur_id,
    date_acceptation
) ON invitations_invitation TO impact_reader;

GRANT SELECT (
    id,
    entreprise_id,
    user_id,
    created_at,
    updated_at,
    invitation_id
) ON habilitations_habilitation TO impact_reader;

GRANT SELECT (
    annee,
    is_complete,
    entreprise_id,
    user_id
) ON reglementations_bdeseavecaccord TO impact_reader;

GRANT SELECT (
    id,
    annee,
    entreprise_id,
    user_id,
    completion_steps
) ON reglementations_bdese_50_300 TO impact_reader;

GRANT SELECT (
    id,
    annee,
    entreprise_id,
    user_id,
    completion_steps
) ON reglementations_bdese_300 TO impact_reader;

GRANT SELECT (
    id,
    annee,
    entreprise_id,
    proprietaire_id,
    etape_validee,
    lien_rapport,
    bloque
) ON reglementations_rapportcsrd TO impact_reader;

GRANT SELECT (
    rapport_csrd_id,
    materiel
) ON reglementations_enjeu TO impact_reader;

GRANT SELECT (
    id,
    rapportcsrd_id,
    analyseia_id
) ON reglementations_rapportcsrd_analyses_ia TO impact_reader;

GRANT SELECT (
    id,
    created_at,
    updated_at,
    annee,
    entreprise_id
) ON vsme_rapportvsme TO impact_reader;

GRANT SELECT (
    created_at,
    updated_at,
    schema_id,
    _data,
    rapport_vsme_id
) ON vsme_indicateur TO impact_reader;

GRANT SELECT (
    siren,
    dt_publication
) ON metabase_tempbges TO impact_reader;

GRANT SELECT (
    siren,
    annee,
    reponse_api
) ON metabase_tempegapro TO impact_reader;

-- Which transaction wrote a row: a run reads only those that changed. Without it, all that it reads is digested.
GRANT SELECT (
    xmin
) ON users_user TO impact_reader;

GRANT SELECT (
    xmin
) ON entreprises_entreprise TO impact_reader;

GRANT SELECT (
    xmin
) ON entreprises_caracteristiquesannuelles TO impact_reader;

GRANT SELECT (
    xmin
) ON analyseia_analyseia TO impact_reader;

GRANT SELECT (
    xmin
) ON entreprises_entreprise_analyses_ia TO impact_reader;

GRANT SELECT (
    xmin
) ON invitations_invitation TO impact_reader;

GRANT SELECT (
    xmin
) ON habilitations_habilitation TO impact_reader;

GRANT SELECT (
    xmin
) ON reglementations_bdeseavecaccord TO impact_reader;

GRANT SELECT (
    xmin
) ON reglementations_bdese_50_300 TO impact_reader;

GRANT SELECT (
    xmin
) ON reglementations_bdese_300 TO impact_reader;

GRANT SELECT (
    xmin
) ON reglementations_rapportcsrd TO impact_reader;

GRANT SELECT (
    xmin
) ON reglementations_enjeu TO impact_reader;

GRANT SELECT (
    xmin
) ON reglementations_rapportcsrd_analyses_ia TO impact_reader;

GRANT SELECT (
    xmin
) ON vsme_rapportvsme TO impact_reader;

GRANT SELECT (
    xmin
) ON vsme_indicateur TO impact_reader;

GRANT SELECT (
    xmin
) ON metabase_tempbges TO impact_reader;

GRANT SELECT (
    xmin
) ON metabase_tempegapro TO impact_reader;
