// Ce que l'équipe Impact expose dans Metabase, et d'où cela vient.
//
// 1. Ce que contient la production, et combien chaque colonne est sensible.
// 2. Les listes de référence.
// 3. Les règles du métier.
// 4. Les tables exposées.
// 5. Les indicateurs suivis dans le temps.

let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

// MARK: - 1. La production

/// Compte du Portail RSE.
@source("users_user")
struct Utilisateur {
    /// Identifiant interne de l'utilisateur.
    @key @personal var id: Int
    /// Empreinte du mot de passe (préfixe ! si inutilisable, compte ProConnect).
    @secret var password: String
    /// Dernière connexion.
    @quasi var last_login: Timestamp?
    /// Adresse e-mail, identifiant de connexion.
    @personal var email: String
    /// Compte actif.
    @quasi var is_active: Bool
    /// Accès au back-office.
    @quasi var is_staff: Bool
    /// CGU acceptées.
    @quasi var acceptation_cgu: Bool
    /// Accepte de recevoir les actualités.
    @quasi var reception_actualites: Bool
    /// Nom de famille.
    @personal var nom: String
    /// Prénom.
    @personal var prenom: String
    /// Date d'inscription.
    @quasi var created_at: Timestamp
    /// Dernière modification du compte.
    @quasi var updated_at: Timestamp
    /// Adresse e-mail confirmée.
    @quasi var is_email_confirmed: Bool
    /// Identifiant ProConnect (UUID, identifie la personne chez un tiers).
    @personal var oidc_sub_id: UUID?
    /// Conseiller RSE externe (NULL : pas encore choisi).
    @quasi var is_conseiller_rse: Bool?
    /// Métier du conseiller RSE (liste fermée).
    @quasi var fonction_rse: String?

    @inverse(of: Habilitation.user) var habilitations: [Habilitation]
}

/// Entreprise inscrite sur le Portail RSE.
@source("entreprises_entreprise")
@unique(siren)
struct Entreprise {
    /// Identifiant interne de l'entreprise.
    @key @plain var id: Int
    /// Numéro SIREN (9 chiffres) ; identifie une personne si entrepreneur individuel (catégorie 1000).
    @quasi var siren: String
    /// Raison sociale ; nom et prénom si entrepreneur individuel.
    @personal var denomination: String
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Date de clôture du dernier exercice (non lue par la synchro).
    @plain var date_cloture_exercice: Date?
    /// Fait partie d'un groupe.
    @plain var appartient_groupe: Bool?
    /// Le groupe établit des comptes consolidés.
    @plain var comptes_consolides: Bool?
    /// Siège de la société mère en France.
    @plain var societe_mere_en_france: Bool?
    /// Date de dernière qualification.
    @plain var date_derniere_qualification: Date?
    /// Catégorie juridique INSEE niveau III (4 chiffres).
    @plain var categorie_juridique_sirene: Int?
    /// Cotée sur un marché réglementé.
    @plain var est_cotee: Bool?
    /// Est la société mère du groupe.
    @plain var est_societe_mere: Bool?
    /// Entité d'intérêt public.
    @plain var est_interet_public: Bool?
    /// Code INSEE du pays étranger (NULL : France).
    @plain var code_pays_etranger_sirene: Int?
    /// Code NAF (activité principale).
    @plain var code_NAF: String?
    /// Code postal du siège.
    @quasi var code_postal: String?

    @inverse(of: Caracteristiques.entreprise) var caracteristiques: [Caracteristiques]
    @inverse(of: Habilitation.entreprise) var habilitations: [Habilitation]
    @inverse(of: BDESEAvecAccord.entreprise) var bdese_avec_accord: [BDESEAvecAccord]
    @inverse(of: BDESE50a300.entreprise) var bdese_50_300: [BDESE50a300]
    @inverse(of: BDESE300.entreprise) var bdese_300: [BDESE300]
    @inverse(of: RapportCSRD.entreprise) var rapports_csrd: [RapportCSRD]
    @inverse(of: BilanGES.entreprise) var bilans_ges: [BilanGES]
    @inverse(of: IndexEgaPro.entreprise) var index_egapro: [IndexEgaPro]

    /// Le périmètre des réglementations : au moins un utilisateur et une année de caractéristiques.
    var dans_le_perimetre: Bool { !habilitations.isEmpty && !caracteristiques.isEmpty }

    /// Un entrepreneur individuel : son SIREN, son nom et son adresse désignent une personne.
    var entrepreneur_individuel: Bool { (1000...1999).contains(categorie_juridique_sirene) }
}

/// Caractéristiques d'une entreprise pour un exercice.
@source("entreprises_caracteristiquesannuelles")
@unique(entreprise, annee)
struct Caracteristiques {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Année de l'exercice décrit.
    @plain var annee: Int
    /// Accord d'entreprise sur la BDESE.
    @plain var bdese_accord: Bool?
    /// Tranche d'effectif (code du travail) : 0-9, 10-49, 50-249, 250-299, 300-499, 500-4999, 5000-9999, 10000+.
    @plain var effectif: String?
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Tranche d'effectif outre-mer : 0-249, 250+.
    @plain var effectif_outre_mer: String?
    /// Tranche de bilan : 0-450k, 450k-25M, 25M-43M, 43M-100M, 100M+.
    @plain var tranche_bilan: String?
    /// Tranche de chiffre d'affaires : 0-900k, 900k-50M, 50M-100M, 100M+.
    @plain var tranche_chiffre_affaires: String?
    /// Date de clôture de cet exercice.
    @plain var date_cloture_exercice: Date?
    /// Tranche de bilan consolidé : 0-30M, 30M-43M, 43M-100M, 100M+.
    @plain var tranche_bilan_consolide: String?
    /// Tranche de CA consolidé : 0-60M, 60M-100M, 100M+.
    @plain var tranche_chiffre_affaires_consolide: String?
    /// Tranche d'effectif du groupe (monde) : 0-49, 50-249, 250-499, 500-4999, 5000-9999, 10000+.
    @plain var effectif_groupe: String?
    /// Tranche d'effectif du groupe en France (mêmes valeurs).
    @plain var effectif_groupe_france: String?
    /// Tranche d'effectif sécurité sociale : 0-9, 10-49, 50-249, 250-499, 500+.
    @plain var effectif_securite_sociale: String?
    /// Tranche de consommation d'énergie : 0-2.75GWh, 2.75GWh-23.6GWh, 23.6GWh+.
    @plain var tranche_consommation_energie_finale: String?
}

/// Analyse d'un document par l'intelligence artificielle.
@source("analyseia_analyseia")
struct AnalyseIA {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Chemin de stockage du fichier déposé (UUID : vaut jeton d'accès).
    @secret var fichier: String
    /// Nom d'origine du fichier déposé (texte libre).
    @personal var nom: String
    /// Résultat de l'analyse : chaîne JSON contenant du JSON {ESRS: [phrases]} ; phrases extraites du document.
    @personal var resultat_json: JSON?
    /// Dernier état renvoyé par le serveur IA (success, error, processing, …).
    @plain var etat: String?
    /// Message d'erreur du serveur IA (texte libre).
    @personal var message: String?

    @inverse(of: AnalyseEntreprise.analyseia) var entreprises: [AnalyseEntreprise]
    @inverse(of: AnalyseRapportCSRD.analyseia) var rapports_csrd: [AnalyseRapportCSRD]
}

/// Analyse rattachée directement à une entreprise.
@source("entreprises_entreprise_analyses_ia")
struct AnalyseEntreprise {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Entreprise qui a déposé le document.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Analyse liée directement à l'entreprise.
    @plain @column("analyseia_id") var analyseia: AnalyseIA
}

/// Invitation à rejoindre une entreprise.
@source("invitations_invitation")
struct Invitation {
    /// Identifiant interne.
    @key @quasi var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Adresse e-mail de la personne invitée.
    @personal var email: String
    /// Rôle proposé : proprietaire, editeur, lecteur.
    @plain var role: String
    /// Entreprise concernée.
    @quasi @column("entreprise_id") var entreprise: Entreprise
    /// Utilisateur qui invite (NULL : robot, ou compte supprimé).
    @quasi @column("inviteur_id") var inviteur: Utilisateur?
    /// Date d'acceptation (NULL : en attente).
    @quasi var date_acceptation: Timestamp?
}

/// Rattachement d'un utilisateur à une entreprise.
@source("habilitations_habilitation")
@unique(entreprise, user)
struct Habilitation {
    /// Identifiant interne.
    @key @quasi var id: Int
    /// Fonction(s) dans la société, texte libre.
    @personal var fonctions: String?
    /// Entreprise concernée.
    @quasi @column("entreprise_id") var entreprise: Entreprise
    /// Utilisateur habilité.
    @quasi @column("user_id") var user: Utilisateur
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Rôle : proprietaire, editeur, lecteur (non copié aujourd'hui).
    @quasi var role: String
    /// Invitation d'origine.
    @quasi @column("invitation_id") var invitation: Invitation?
    /// Habilité en tant que conseiller RSE (non copié aujourd'hui).
    @quasi var is_conseiller_rse: Bool
}

/// BDESE d'une entreprise dotée d'un accord.
@source("reglementations_bdeseavecaccord")
@unique(entreprise, annee, where: officielle)
struct BDESEAvecAccord {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Année de la BDESE.
    @plain var annee: Int
    /// Liste des catégories professionnelles.
    @quasi var categories_professionnelles: JSON?
    /// Noms des champs remplis hors plateforme.
    @plain(because: "Des noms de champs du formulaire, sans les réponses.") var external_fields: JSON
    /// Marquée comme actualisée.
    @plain var is_complete: Bool
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Propriétaire d'une BDESE personnelle ; aucun pour une BDESE officielle.
    @plain @column("user_id") var proprietaire: Utilisateur?

    /// Une BDESE officielle est celle de l'entreprise, et de personne en particulier.
    var officielle: Bool { proprietaire == nil }
}

/// BDESE d'une entreprise de 50 à 300 salariés.
@source("reglementations_bdese_50_300")
@unique(entreprise, annee, where: officielle)
struct BDESE50a300 {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Année de la BDESE.
    @plain var annee: Int
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Propriétaire d'une BDESE personnelle ; aucun pour une BDESE officielle.
    @plain @column("user_id") var proprietaire: Utilisateur?
    /// Liste des catégories professionnelles.
    @quasi var categories_professionnelles: JSON?
    /// Noms des champs remplis hors plateforme.
    @plain(because: "Des noms de champs du formulaire, sans les réponses.") var external_fields: JSON
    /// Étapes terminées : 12 clés, booléens.
    @plain(because: "Douze étapes, chacune faite ou non.") var completion_steps: JSON

    /// Une BDESE officielle est celle de l'entreprise, et de personne en particulier.
    var officielle: Bool { proprietaire == nil }

    /// Complète quand aucune de ses étapes ne reste à faire.
    var complete: Bool { completion_steps.entries.allSatisfy(value.bool == true) }
}

/// BDESE d'une entreprise de plus de 300 salariés.
@source("reglementations_bdese_300")
@unique(entreprise, annee, where: officielle)
struct BDESE300 {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Année de la BDESE.
    @plain var annee: Int
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Propriétaire d'une BDESE personnelle ; aucun pour une BDESE officielle.
    @plain @column("user_id") var proprietaire: Utilisateur?
    /// Liste des catégories professionnelles.
    @quasi var categories_professionnelles: JSON?
    /// Noms des champs remplis hors plateforme.
    @plain(because: "Des noms de champs du formulaire, sans les réponses.") var external_fields: JSON
    /// Étapes terminées : 12 clés, booléens.
    @plain(because: "Douze étapes, chacune faite ou non.") var completion_steps: JSON

    /// Une BDESE officielle est celle de l'entreprise, et de personne en particulier.
    var officielle: Bool { proprietaire == nil }

    /// Complète quand aucune de ses étapes ne reste à faire.
    var complete: Bool { completion_steps.entries.allSatisfy(value.bool == true) }
}

/// Rapport de durabilité (CSRD).
@source("reglementations_rapportcsrd")
struct RapportCSRD {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Année de l'exercice ou du document.
    @plain var annee: Int
    /// Description libre du rapport.
    @personal var description: String
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Propriétaire d'un rapport personnel ; aucun pour un rapport officiel.
    @plain @column("proprietaire_id") var proprietaire: Utilisateur?
    /// Dernière étape validée : introduction, selection-enjeux, analyse-materialite, selection-informations, analyse-ecart, redaction-rapport-durabilite.
    @plain var etape_validee: String?
    /// Adresse du rapport publié (vide si non publié).
    @plain var lien_rapport: String
    /// Rapport bloqué après publication.
    @plain var bloque: Bool

    @inverse(of: Enjeu.rapport_csrd) var enjeux: [Enjeu]
    @inverse(of: AnalyseRapportCSRD.rapportcsrd) var analyses_ia: [AnalyseRapportCSRD]

    /// Un rapport officiel est celui de l'entreprise, et de personne en particulier.
    var officiel: Bool { proprietaire == nil }

    /// Le lien vers le rapport est renseigné.
    var publie: Bool { lien_rapport != "" }
}

/// Enjeu de durabilité d'un rapport CSRD.
@source("reglementations_enjeu")
struct Enjeu {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Norme ESRS de rattachement.
    @plain var esrs: String
    /// Nom de l'enjeu (texte libre si modifiable).
    @quasi var nom: String
    /// Description de l'enjeu (texte libre).
    @quasi var description: String
    /// Enjeu ajouté par l'utilisateur.
    @plain var modifiable: Bool
    /// Enjeu sélectionné.
    @plain var selection: Bool
    /// Enjeu parent.
    @plain @column("parent_id") var parent: Enjeu?
    /// Rapport CSRD.
    @plain @column("rapport_csrd_id") var rapport_csrd: RapportCSRD
    /// Jugé matériel (NULL : pas encore analysé).
    @plain var materiel: Bool?
}

/// Analyse rattachée à un rapport CSRD.
@source("reglementations_rapportcsrd_analyses_ia")
struct AnalyseRapportCSRD {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Rapport CSRD.
    @plain @column("rapportcsrd_id") var rapportcsrd: RapportCSRD
    /// Analyse liée au rapport.
    @plain @column("analyseia_id") var analyseia: AnalyseIA
}

/// Rapport VSME d'une entreprise pour une année.
@source("vsme_rapportvsme")
@unique(entreprise, annee)
struct RapportVSME {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Année de clôture de l'exercice du rapport VSME.
    @plain var annee: Int
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise

    @inverse(of: IndicateurSaisi.rapport_vsme) var indicateurs: [IndicateurSaisi]
}

/// Réponse à un indicateur d'un rapport VSME.
@source("vsme_indicateur")
@unique(rapport_vsme, schema_id)
struct IndicateurSaisi {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Identifiant de l'indicateur (ex. B1-24-e-v).
    @plain var schema_id: String
    /// Version du schéma de l'indicateur.
    @plain var schema_version: Int
    /// Réponse saisie (JSON, contenu libre).
    @personal @column("_data") var reponse: JSON?
    /// Rapport VSME.
    @plain @column("rapport_vsme_id") var rapport_vsme: RapportVSME
}

/// Bilan d'émissions de gaz à effet de serre, publié par l'ADEME.
@source("metabase_tempbges")
struct BilanGES {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Entreprise qui a publié le bilan, reconnue à son SIREN ; l'ADEME en connaît d'autres.
    @column("siren", references: Entreprise.siren) var entreprise: Entreprise?
    /// Date de publication du bilan.
    @plain var dt_publication: Date
}

/// Index de l'égalité professionnelle, publié par EgaPro.
@source("metabase_tempegapro")
struct IndexEgaPro {
    /// Identifiant interne.
    @key @plain var id: Int
    /// Date de création de la ligne.
    @plain var created_at: Timestamp
    /// Date de dernière modification de la ligne.
    @plain var updated_at: Timestamp
    /// Entreprise déclarante, reconnue à son SIREN.
    @column("siren", references: Entreprise.siren) var entreprise: Entreprise?
    /// Année de l'index (texte, 4 caractères).
    @plain var annee: String
    /// Réponse brute de l'API EgaPro (clé « déclaration » si publié) ; elle peut nommer le déclarant.
    @personal var reponse_api: JSON?
}

// MARK: - 2. Les listes de référence

/// Pays étrangers, par code INSEE.
@reference("references/pays.csv")
struct Pays {
    /// Code INSEE du pays.
    @key @plain var code: Int
    /// Nom du pays.
    @plain var pays: String
    /// Le pays fait partie de l'Espace économique européen.
    @plain var est_dans_EEE: Bool
}

/// Les 61 indicateurs de la norme VSME.
@reference("references/vsme_indicateurs.csv")
struct IndicateurVSME {
    /// Identifiant de l'indicateur (ex. B1-24-e-v).
    @key @plain var schema_id: String
    /// Exigence de publication dont il relève (B1 à B11, C1 à C9).
    @plain var exigence: String
    /// Module de la norme : base ou complet.
    @plain var module: String
}

// MARK: - 3. Les règles du métier

/// Forme juridique d'après la catégorie juridique de l'Insee.
func categorieJuridique(_ code: Int?) -> String? {
    switch code {
    case nil, 0: nil
    case 5308...5385: "SOCIETE_COMMANDITE_PAR_ACTIONS"
    case 5443...5460, 5551...5560, 5651...5660, 5543, 5547, 5643, 5647: "SOCIETE_COOPERATIVE_DE_PRODUCTION"
    case 5505...5515, 5522...5542, 5599...5642, 5670...5699, 5546, 5646, 5648: "SOCIETE_ANONYME"
    case 5710...5785: "SOCIETE_PAR_ACTIONS_SIMPLIFIEES"
    case 5800: "SOCIETE_EUROPEENNE"
    case 6317, 6318: "SOCIETE_COOPERATIVE_AGRICOLE"
    case 6411: "SOCIETE_ASSURANCE_MUTUELLE"
    case 8210: "MUTUELLE"
    case 8510: "INSTITUTION_PREVOYANCE"
    default: "AUTRE"
    }
}

/// BDESE et index Egapro concernent les entreprises d'au moins 50 salariés.
func estSoumise50Salaries(_ effectif: String?) -> Bool {
    !["0-9", "10-49"].contains(effectif)
}

/// Un seuil de la CSRD est franchi quand deux critères sur trois le sont : bilan, chiffre d'affaires, effectif.
func deuxCriteresSurTrois(_ bilan: Bool, _ chiffreAffaires: Bool, _ effectif: Bool) -> Bool {
    [bilan, chiffreAffaires, effectif].count(of: true) >= 2
}

/// Grande entreprise, au sens de la CSRD.
func estGrandeEntreprise(_ c: Caracteristiques?) -> Bool {
    deuxCriteresSurTrois(
        ["25M-43M", "43M-100M", "100M+"].contains(c?.tranche_bilan),
        ["50M-100M", "100M+"].contains(c?.tranche_chiffre_affaires),
        ["250-499", "500+"].contains(c?.effectif_securite_sociale))
}

/// Micro-entreprise, au sens de la CSRD.
func estMicroEntreprise(_ c: Caracteristiques?) -> Bool {
    deuxCriteresSurTrois(
        c?.tranche_bilan == "0-450k",
        c?.tranche_chiffre_affaires == "0-900k",
        c?.effectif_securite_sociale == "0-9")
}

/// Groupe dont les comptes consolidés dépassent les seuils de la CSRD.
func estGrandGroupe(_ c: Caracteristiques?) -> Bool {
    deuxCriteresSurTrois(
        ["30M-43M", "43M-100M", "100M+"].contains(c?.tranche_bilan_consolide),
        ["60M-100M", "100M+"].contains(c?.tranche_chiffre_affaires_consolide),
        ["250-499", "500-4999", "5000-9999", "10000+"].contains(c?.effectif_groupe))
}

/// Formes juridiques que la CSRD concerne.
func estFormeJuridiqueCSRD(_ code: Int?) -> Bool {
    switch code {
    case 3120, 5100...6199, 6300...6499, 8100...8299: true
    default: false
    }
}

/// On connaît de l'entreprise tout ce qu'il faut pour dire si la CSRD la concerne.
func estQualifieeCSRD(_ e: Entreprise, _ c: Caracteristiques?) -> Bool {
    c?.date_cloture_exercice != nil && c?.effectif_securite_sociale != nil
        && c?.tranche_bilan != nil && c?.tranche_chiffre_affaires != nil
        && e.est_cotee != nil && e.est_interet_public != nil && e.appartient_groupe != nil
        && (e.appartient_groupe == false || sontConnusLesComptesDuGroupe(e, c))
}

/// Les comptes sont consolidés ou non, et s'ils le sont on connaît les tailles du groupe.
func sontConnusLesComptesDuGroupe(_ e: Entreprise, _ c: Caracteristiques?) -> Bool {
    e.comptes_consolides == false
        || e.comptes_consolides == true && c?.effectif_groupe != nil
            && c?.tranche_bilan_consolide != nil && c?.tranche_chiffre_affaires_consolide != nil
}

/// Une réponse VSME que l'entreprise a déclarée sans objet.
func estNonPertinente(_ reponse: JSON?) -> Bool {
    reponse["non_pertinent"].bool == true
}

/// Un indicateur VSME s'applique-t-il, d'après les autres réponses du rapport ?
func sApplique(_ indicateur: IndicateurVSME, _ reponses: JSON?) -> Bool {
    if indicateur.module == "complet" && reponses["B1-24-a"]["choix_module"].text == "base" {
        false
    } else {
        switch indicateur.schema_id {
        case "B1-24-d":
            reponses["B1-24-c"]["type_perimetre"].text == "consolidee"
        case "B2-26-p1", "B2-26-p2", "B2-26-p3":
            reponses["B1-24-e-i"]["coopérative"].bool == true
                || ["51", "63"].contains(reponses["B1-24-e-i"]["forme_juridique"].text)
        case "B8-39-c":
            reponses["B1-24-e-vi"]["pays"].count ?? 0 >= 2
        case "C2-48":
            !estNonPertinente(reponses["B2-26"])
                && reponses["B2-26"]["declaration_durabilite"].entries.contains(where: value["pratiques"].bool == true)
        case "C3-54-p2":
            !(reponses.keys.contains("B3-30-p2") && !estNonPertinente(reponses["B3-30-p2"])
                && estNonPertinente(reponses["C3-54-p1"]))
        case "C4-58":
            !estNonPertinente(reponses["C4-57"]) && reponses["C4-57"]["aleas_et_risques_climatiques"].count ?? 0 > 0
        case "C5-59", "C5-60":
            Decimal(reponses["B1-24-e-v"]["nombre_salaries"].text) ?? 50 >= 50
        default: true
        }
    }
}

/// Part des indicateurs applicables qui ont une réponse, en pour cent entiers ; 100 s'il n'y en a aucun,
/// et 0 tant que le rapport n'a aucune réponse.
func progression(_ applicables: [IndicateurVSME], _ reponses: JSON?) -> Int {
    let total = applicables.count
    let faits = applicables.count(where: reponses.keys.contains(schema_id))
    let part = reponses == nil ? 0 : total == 0 ? 100 : Int(Double(faits) / Double(total) * 100)
    return disclosed(part, because: "Une part d'indicateurs remplis ne dit rien de ce que l'entreprise a répondu.")
}

// MARK: - 4. Les tables exposées

/// Entreprise inscrite sur le Portail RSE.
@model(from: Entreprise.self)
@check(rows: 1...)
@check(unique: siren)
@check(freshness: modifiee_le, within: 31, severity: .warning)
struct entreprise {
    private let derniere = caracteristiques.last(by: annee)

    /// Numéro de l'entreprise dans le Portail RSE.
    @key @display("Numéro") let impact_id = id
    /// Date d'inscription de l'entreprise.
    @display("Ajoutée le") let ajoutee_le = created_at
    /// Dernière modification de l'entreprise ou de ses dernières caractéristiques.
    @display("Modifiée le") let modifiee_le = max(updated_at, derniere?.updated_at)
    /// Numéro SIREN, sauf celui d'un entrepreneur individuel.
    let siren = disclosed(entrepreneur_individuel ? nil : siren, because: "Le SIREN d'une personne morale est public ; celui d'un entrepreneur individuel connu comme tel n'est pas exposé.")
    /// Raison sociale, sauf celle d'un entrepreneur individuel.
    @display("Raison sociale") @semantic(.name) let denomination = disclosed(entrepreneur_individuel ? nil : denomination, because: "La raison sociale d'une personne morale est publique ; celle d'un entrepreneur individuel connu comme tel, qui est son nom, n'est pas exposée.")
    @semantic(.category) let effectif = derniere?.effectif
    @display("Accord BDESE") let bdese_accord = derniere?.bdese_accord
    /// Nombre d'utilisateurs rattachés.
    @display("Nombre d'utilisateurs") let nombre_utilisateurs = habilitations.count
    @display("Clôture de l'exercice") let date_cloture_exercice = derniere?.date_cloture_exercice
    @display("Tranche de bilan") @semantic(.category) let tranche_bilan = derniere?.tranche_bilan
    @display("Tranche de chiffre d'affaires") @semantic(.category) let tranche_chiffre_affaires = derniere?.tranche_chiffre_affaires
    @display("Membre d'un groupe") let appartient_groupe
    let comptes_consolides
    @display("Tranche de bilan consolidé") @semantic(.category) let tranche_bilan_consolide = derniere?.tranche_bilan_consolide
    @display("Tranche de chiffre d'affaires consolidé") @semantic(.category) let tranche_chiffre_affaires_consolide = derniere?.tranche_chiffre_affaires_consolide
    @display("Effectif outre-mer") @semantic(.category) let effectif_outre_mer = derniere?.effectif_outre_mer
    @display("Effectif du groupe") @semantic(.category) let effectif_groupe = derniere?.effectif_groupe
    @display("Société mère en France") let societe_mere_en_france
    @display("Dernière qualification") let date_derniere_qualification
    /// Forme juridique.
    @display("Forme juridique") let categorie_juridique = categorieJuridique(categorie_juridique_sirene)
    @display("Cotée") let est_cotee
    @display("Effectif du groupe en France") @semantic(.category) let effectif_groupe_france = derniere?.effectif_groupe_france
    @display("Société mère") let est_societe_mere
    @display("D'intérêt public") let est_interet_public
    /// Pays du siège.
    let pays = switch code_pays_etranger_sirene {
        case nil, 0: "France"
        default: Pays[code_pays_etranger_sirene]?.pays
    }
    @semantic(.category) let code_NAF
    @display("Effectif (sécurité sociale)") @semantic(.category) let effectif_securite_sociale = derniere?.effectif_securite_sociale
    /// Code postal du siège, sauf celui d'un entrepreneur individuel.
    let code_postal = disclosed(entrepreneur_individuel ? nil : code_postal, because: "L'adresse d'une personne morale est publique ; celle d'un entrepreneur individuel connu comme tel n'est pas exposée.")
    @display("Tranche de consommation d'énergie") @semantic(.category) let tranche_consommation_energie_finale = derniere?.tranche_consommation_energie_finale
}

/// Compte du Portail RSE, sous un pseudonyme et sans donnée nominative.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct utilisateur {
    /// Pseudonyme de l'utilisateur, le même dans toutes les tables.
    @key @display("Pseudonyme") let impact_id = pseudonym(id)
    /// Mois de l'inscription.
    @display("Inscription") let ajoute_le = created_at.truncated(to: .month)
    /// Mois de la dernière modification du compte.
    @display("Modifié le") let modifie_le = updated_at.truncated(to: .month)
    @display("Reçoit les actualités") let reception_actualites
    @display("E-mail confirmé") let email_confirme = is_email_confirmed
    /// Mois de la dernière connexion.
    @display("Dernière connexion") let connecte_le = last_login.truncated(to: .month)
    /// Nombre d'entreprises auxquelles l'utilisateur est rattaché.
    @display("Nombre d'entreprises") let nombre_entreprises = habilitations.count
    let conseiller_rse = is_conseiller_rse
}

/// Invitation à rejoindre une entreprise, sans l'adresse de la personne invitée.
@model(from: Invitation.self, clearance: .pseudonymous)
struct invitation {
    /// Pseudonyme de l'invitation.
    @key @display("Pseudonyme") let impact_id = pseudonym(id)
    /// Jour de l'invitation.
    @display("Ajoutée le") let ajoutee_le = created_at.truncated(to: .day)
    /// Jour de la dernière modification.
    @display("Modifiée le") let modifiee_le = updated_at.truncated(to: .day)
    @semantic(.category) let role
    /// Jour où l'invitation a été acceptée.
    @display("Acceptée le") let date_acceptation = date_acceptation.truncated(to: .day)
    /// Entreprise concernée.
    let entreprise_id = entreprise[entreprise]
    /// Utilisateur qui a invité, s'il a encore un compte.
    let inviteur_id = utilisateur[inviteur]
}

/// Rattachement d'un utilisateur à une entreprise.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct habilitation {
    /// Pseudonyme du rattachement.
    @key @display("Pseudonyme") let impact_id = pseudonym(id)
    /// Entreprise concernée.
    let entreprise_id = entreprise[entreprise]
    /// Utilisateur rattaché.
    let utilisateur_id = utilisateur[user]
    /// Jour du rattachement.
    @display("Ajoutée le") let ajoutee_le = created_at.truncated(to: .day)
    /// Jour de la dernière modification.
    @display("Modifiée le") let modifiee_le = updated_at.truncated(to: .day)
    /// Invitation d'origine, s'il y en a eu une.
    let invitation_id = invitation[invitation]
}

/// Base de données économiques, sociales et environnementales : l'entreprise est-elle à jour ?
@model(from: Entreprise.self, where: dans_le_perimetre && derniere?.effectif != nil)
@display("BDESE")
struct bdese {
    private let derniere = caracteristiques.last(by: annee)
    private let avec_accord = bdese_avec_accord.first(where: officielle && annee == today.year - 1)
    private let pour_50_a_300 = bdese_50_300.first(where: officielle && annee == today.year - 1)
    private let plus_de_300 = bdese_300.first(where: officielle && annee == today.year - 1)
    private let complete = ["50-249", "250-299"].contains(derniere?.effectif) ? pour_50_a_300?.complete : plus_de_300?.complete

    /// Entreprise concernée.
    @key let entreprise_id = entreprise[self]
    /// L'entreprise doit tenir une BDESE : elle a au moins 50 salariés.
    @display("Soumise") let est_soumise = estSoumise50Salaries(derniere?.effectif)
    /// Statut de la BDESE de l'an dernier ; aucun si l'entreprise n'est pas soumise.
    @check(oneOf: ["A JOUR", "EN COURS", "A ACTUALISER"])
    let statut = if !est_soumise {
        nil
    } else if derniere?.bdese_accord == true {
        avec_accord?.is_complete == true ? "A JOUR" : "A ACTUALISER"
    } else {
        switch complete {
        case nil: "A ACTUALISER"
        case true: "A JOUR"
        case false: "EN COURS"
        }
    }
}

/// Index de l'égalité professionnelle : l'entreprise est-elle à jour ?
@model(from: Entreprise.self, where: dans_le_perimetre && derniere?.effectif != nil)
@display("Index Egapro")
struct indexegapro {
    private let derniere = caracteristiques.last(by: annee)
    private let publie = disclosed(
        index_egapro.contains(where: annee == "\(today.year - 1)" && reponse_api.keys.contains("déclaration")),
        because: "L'index de l'égalité professionnelle est une donnée publique.")

    /// Entreprise concernée.
    @key let entreprise_id = entreprise[self]
    /// L'entreprise doit publier son index : elle a au moins 50 salariés.
    @display("Soumise") let est_soumise = estSoumise50Salaries(derniere?.effectif)
    /// À jour si l'index de l'an dernier est publié ; aucun statut si l'entreprise n'est pas soumise.
    @check(oneOf: ["A JOUR", "A ACTUALISER"])
    let statut = !est_soumise ? nil : publie ? "A JOUR" : "A ACTUALISER"
}

/// Bilan des émissions de gaz à effet de serre : l'entreprise est-elle à jour ?
@model(from: Entreprise.self, where: dans_le_perimetre && derniere?.effectif != nil && derniere?.effectif_outre_mer != nil)
@display("BGES")
struct bges {
    private let derniere = caracteristiques.last(by: annee)
    private let dernier_bilan = disclosed(bilans_ges.max(dt_publication), because: "Les bilans publiés par l'ADEME sont des données publiques.")

    /// Entreprise concernée.
    @key let entreprise_id = entreprise[self]
    /// L'entreprise doit publier un bilan : plus de 500 salariés, ou plus de 250 outre-mer.
    @display("Soumise") let est_soumise = ["500-4999", "5000-9999", "10000+"].contains(derniere?.effectif) || derniere?.effectif_outre_mer == "250+"
    /// À jour si le dernier bilan a été publié il y a moins de quatre ans ; aucun statut si l'entreprise n'est pas soumise.
    @check(oneOf: ["A JOUR", "A ACTUALISER"])
    let statut = !est_soumise ? nil : today.year - dernier_bilan.year < 4 ? "A JOUR" : "A ACTUALISER"
}

/// Rapport de durabilité (CSRD) : l'entreprise est-elle concernée, et où en est-elle ?
@model(from: Entreprise.self, where: dans_le_perimetre && estQualifieeCSRD(self, derniere))
@display("CSRD")
struct csrd {
    private let derniere = caracteristiques.last(by: annee)
    private let grande = estGrandeEntreprise(derniere)
    private let cotee_non_micro = est_cotee == true && !estMicroEntreprise(derniere)
    private let grand_groupe = appartient_groupe == true && estGrandGroupe(derniere)
    private let dans_EEE = code_pays_etranger_sirene == nil || Pays[code_pays_etranger_sirene]?.est_dans_EEE == true
    private let rapport_annee = rapports_csrd.filter(officiel && annee == today.year).last(by: id)
    private let dernier_rapport = rapports_csrd.last(by: annee)

    /// Entreprise concernée.
    @key let entreprise_id = entreprise[self]
    /// L'entreprise doit publier un rapport de durabilité.
    @display("Soumise") let est_soumise = if !estFormeJuridiqueCSRD(categorie_juridique_sirene) && est_interet_public != true {
        false
    } else if grand_groupe {
        est_societe_mere == true || grande || cotee_non_micro
    } else if dans_EEE {
        grande || cotee_non_micro
    } else {
        grande || derniere?.tranche_chiffre_affaires == "100M+"
    }
    /// Statut du rapport officiel de l'année ; aucun si l'entreprise n'est pas soumise.
    @check(oneOf: ["A JOUR", "EN COURS", "A ACTUALISER"])
    let statut = if !est_soumise {
        nil
    } else if rapport_annee == nil {
        "A ACTUALISER"
    } else {
        rapport_annee?.publie == true && rapport_annee?.bloque == true ? "A JOUR" : "EN COURS"
    }
    /// Dernière étape validée du rapport le plus récent.
    @semantic(.category) let etape_validee = est_soumise ? dernier_rapport?.etape_validee : nil
    /// Nombre de documents analysés pour le rapport le plus récent.
    @display("Documents analysés") let nb_documents_ia = est_soumise ? dernier_rapport?.analyses_ia.count : 0
    /// Nombre d'enjeux dont la matérialité a été étudiée dans le rapport le plus récent.
    @display("Enjeux étudiés") let nb_iro_selectionnes = est_soumise ? dernier_rapport?.enjeux.count(where: materiel != nil) : 0
    /// Le rapport le plus récent est publié.
    @display("Rapport publié") let lien_rapport = est_soumise && dernier_rapport?.publie == true
}

/// Rapport VSME d'une entreprise pour une année, et son avancement exigence par exigence.
@model(from: RapportVSME.self, where: entreprise.dans_le_perimetre)
@display("VSME")
struct vsme {
    private let reponses = indicateurs.keyed(by: schema_id, reponse)
    private let module = reponses["B1-24-a"]["choix_module"].text
    private let applicables = IndicateurVSME.filter(sApplique($0, reponses))

    /// Entreprise concernée.
    @key let entreprise_id = entreprise[entreprise]
    /// Année de clôture de l'exercice.
    @key @display("Année de clôture") let annee_cloture = annee
    /// La VSME est volontaire : toujours vrai.
    @display("Soumise") let est_soumise = true
    /// À jour quand toutes les réponses attendues sont données.
    @check(oneOf: ["A JOUR", "EN COURS"])
    let statut = progression == 100 ? "A JOUR" : "EN COURS"
    /// Création du rapport.
    @display("Créé le") let cree_le = created_at
    /// Dernière modification d'une réponse, ou du rapport s'il n'en a aucune.
    @display("Modifié le") let modifie_le = indicateurs.max(updated_at) ?? updated_at
    /// Première réponse donnée.
    @display("Première réponse le") let premier_indicateur_cree_le = indicateurs.min(created_at)
    /// Nombre de réponses données.
    @display("Réponses données") let nb_indicateurs_completes = indicateurs.count
    /// Module choisi : base ou complet.
    @check(oneOf: ["base", "complet"])
    @display("Module") let choix_module = disclosed(
        ["base", "complet"].contains(module) ? module : nil,
        because: "Le module est un choix parmi deux ; tout autre texte n'est pas exposé.")
    /// Avancement du rapport, en pour cent.
    @check(range: 0...100) let progression = progression(applicables, reponses)
    /// Avancement de l'exigence B1, en pour cent.
    @check(range: 0...100) let progression_B1 = progression(applicables.filter(exigence == "B1"), reponses)
    /// Avancement de l'exigence B2, en pour cent.
    @check(range: 0...100) let progression_B2 = progression(applicables.filter(exigence == "B2"), reponses)
    /// Avancement de l'exigence B3, en pour cent.
    @check(range: 0...100) let progression_B3 = progression(applicables.filter(exigence == "B3"), reponses)
    /// Avancement de l'exigence B4, en pour cent.
    @check(range: 0...100) let progression_B4 = progression(applicables.filter(exigence == "B4"), reponses)
    /// Avancement de l'exigence B5, en pour cent.
    @check(range: 0...100) let progression_B5 = progression(applicables.filter(exigence == "B5"), reponses)
    /// Avancement de l'exigence B6, en pour cent.
    @check(range: 0...100) let progression_B6 = progression(applicables.filter(exigence == "B6"), reponses)
    /// Avancement de l'exigence B7, en pour cent.
    @check(range: 0...100) let progression_B7 = progression(applicables.filter(exigence == "B7"), reponses)
    /// Avancement de l'exigence B8, en pour cent.
    @check(range: 0...100) let progression_B8 = progression(applicables.filter(exigence == "B8"), reponses)
    /// Avancement de l'exigence B9, en pour cent.
    @check(range: 0...100) let progression_B9 = progression(applicables.filter(exigence == "B9"), reponses)
    /// Avancement de l'exigence B10, en pour cent.
    @check(range: 0...100) let progression_B10 = progression(applicables.filter(exigence == "B10"), reponses)
    /// Avancement de l'exigence B11, en pour cent.
    @check(range: 0...100) let progression_B11 = progression(applicables.filter(exigence == "B11"), reponses)
    /// Avancement de l'exigence C1, en pour cent.
    @check(range: 0...100) let progression_C1 = progression(applicables.filter(exigence == "C1"), reponses)
    /// Avancement de l'exigence C2, en pour cent.
    @check(range: 0...100) let progression_C2 = progression(applicables.filter(exigence == "C2"), reponses)
    /// Avancement de l'exigence C3, en pour cent.
    @check(range: 0...100) let progression_C3 = progression(applicables.filter(exigence == "C3"), reponses)
    /// Avancement de l'exigence C4, en pour cent.
    @check(range: 0...100) let progression_C4 = progression(applicables.filter(exigence == "C4"), reponses)
    /// Avancement de l'exigence C5, en pour cent.
    @check(range: 0...100) let progression_C5 = progression(applicables.filter(exigence == "C5"), reponses)
    /// Avancement de l'exigence C6, en pour cent.
    @check(range: 0...100) let progression_C6 = progression(applicables.filter(exigence == "C6"), reponses)
    /// Avancement de l'exigence C7, en pour cent.
    @check(range: 0...100) let progression_C7 = progression(applicables.filter(exigence == "C7"), reponses)
    /// Avancement de l'exigence C8, en pour cent.
    @check(range: 0...100) let progression_C8 = progression(applicables.filter(exigence == "C8"), reponses)
    /// Avancement de l'exigence C9, en pour cent.
    @check(range: 0...100) let progression_C9 = progression(applicables.filter(exigence == "C9"), reponses)
}

/// Document analysé par l'intelligence artificielle, rattaché à une entreprise.
@model(from: AnalyseIA.self, where: societe != nil)
@display("Analyse IA")
struct analyseia {
    private let societe = entreprises.first(by: id)?.entreprise ?? rapports_csrd.first(by: id)?.rapportcsrd.entreprise
    private let phrases = resultat_json.embedded

    /// Numéro de l'analyse.
    @key @display("Numéro") let impact_id = id
    /// Dépôt du document.
    @display("Ajoutée le") let ajoutee_le = created_at
    /// Dernière modification.
    @display("Modifiée le") let modifiee_le = updated_at
    /// Le document est rattaché à un rapport CSRD.
    let csrd = !rapports_csrd.isEmpty
    @semantic(.category) let etat
    /// Nombre de phrases trouvées dans le document.
    @display("Phrases trouvées") let nb_phrases = disclosed(resultat_json.isEmpty ? nil : phrases.entries.sum(value.count), because: "Un nombre de phrases ne dit rien de leur contenu.")
    /// Nombre de phrases qui relèvent d'une norme ESRS.
    @display("Phrases pertinentes") let nb_phrases_pertinentes = disclosed(
        resultat_json.isEmpty ? nil : phrases.entries.filter(!key.contains("Non ESRS")).sum(value.count),
        because: "Un nombre de phrases ne dit rien de leur contenu.")
    /// Entreprise qui a déposé le document.
    let entreprise_id = entreprise[societe]
}

// MARK: - 5. Les indicateurs

/// Tranche d'effectif, en trois tailles.
func taille(_ effectif: String?) -> String {
    switch effectif {
    case nil, "": "Inconnue"
    case "0-9", "10-49", "50-249": "Moins de 250 salariés"
    default: "250 salariés et plus"
    }
}

/// Réglementations dont le statut est connu, et part à jour : une ligne par jour, conservée.
@metric(history: .daily)
@display("Réglementations à jour chaque jour")
struct stats {
    /// Nombre de réglementations à jour (BDESE, index Egapro, bilan GES).
    let reglementations_a_jour = bdese.count(where: statut == "A JOUR")
        + indexegapro.count(where: statut == "A JOUR")
        + bges.count(where: statut == "A JOUR")
    /// Nombre de réglementations dont le statut est connu (BDESE, index Egapro, bilan GES).
    let reglementations_statut_connu = bdese.count(where: statut != nil)
        + indexegapro.count(where: statut != nil)
        + bges.count(where: statut != nil)
}

/// Entreprises inscrites chaque mois, et leur passage à la VSME ; un mois où moins de trois entreprises se distinguent est masqué.
@metric(from: entreprise.self, unit: impact_id, secret: .insee, totals: true)
struct inscriptions {
    /// Mois d'inscription.
    @by(.month) let mois = ajoutee_le
    /// Entreprises inscrites ce mois-là.
    let inscrites = count
    /// Part des entreprises qui ont donné une première réponse VSME dans les 90 jours, parmi celles inscrites depuis au moins 90 jours.
    let premiere_reponse_vsme = conversion(from: ajoutee_le, to: vsme.min(premier_indicateur_cree_le), within: 90)
}

/// Entreprises inscrites et actives selon leur taille : la situation de chaque mois, conservée.
@metric(from: entreprise.self, history: .monthly, unit: impact_id, secret: .insee, totals: true)
struct entreprises_actives {
    /// Taille, d'après l'effectif déclaré.
    @by let taille = taille(effectif)
    /// Entreprises inscrites.
    let inscrites = count
    /// Entreprises dont un utilisateur s'est connecté ce mois-ci ou les deux mois d'avant.
    let actives = count(where: habilitation.contains(where: utilisateur_id.connecte_le >= today.truncated(to: .month).adding(months: -2)))
    /// Part des entreprises actives.
    let part_actives = ratio(actives, over: inscrites)
    /// Part des entreprises qui ont publié un rapport de durabilité.
    let rapport_publie = ratio(count(where: csrd.contains(where: lien_rapport)), over: inscrites)
}

/// Part des réglementations à jour, réglementation par réglementation : la situation de chaque mois, conservée.
@metric(from: [bdese.self, indexegapro.self, bges.self], history: .monthly, unit: entreprise_id, secret: .insee, totals: true)
struct reglementations_a_jour {
    /// Réglementation concernée.
    @by let reglementation = switch table {
        case "bdese": "BDESE"
        case "indexegapro": "Index Egapro"
        default: "Bilan GES"
    }
    /// Part des réglementations à jour parmi celles dont le statut est connu.
    let part_a_jour = ratio(count(where: statut == "A JOUR"), over: count(where: statut != nil))
}

/// Répartition des rapports VSME selon leur avancement.
@metric(from: vsme.self, unit: entreprise_id, secret: .insee, totals: true)
struct avancement_vsme {
    /// Avancement du rapport, en pour cent.
    @by let avancement = progression.bucketed(by: [1, 25, 50, 75, 100])
    /// Rapports VSME.
    let rapports = count
}

/// Utilisateurs selon le mois de leur dernière connexion ; un mois de moins de cinq personnes est masqué.
@metric(from: utilisateur.self, where: connecte_le != nil, unit: impact_id, atLeast: 5)
@display("Dernières connexions")
struct dernieres_connexions {
    /// Mois de la dernière connexion.
    @by(.month) let mois = connecte_le
    /// Utilisateurs qui se sont connectés pour la dernière fois ce mois-là.
    let utilisateurs = count
}
