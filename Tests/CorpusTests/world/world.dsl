// What the cases are about, so that each shows only its point. No model is declared here.

let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'une personne.
@source("users_user")
struct Utilisateur {
    /// Identifiant.
    @key @personal var id: Int
    /// Adresse e-mail.
    @personal var email: String
    @secret var password: String
    /// Dernière connexion.
    @quasi var last_login: Timestamp?
    /// Inscription.
    @quasi var created_at: Timestamp
    /// Compte actif.
    @plain var actif: Bool
    /// Membre de l'équipe.
    @quasi var is_staff: Bool
    /// Préférences.
    @personal var preferences: JSON?
    var telephone: String?

    @inverse(of: Habilitation.user) var habilitations: [Habilitation]
}

/// Entreprise inscrite.
@source("entreprises_entreprise")
@unique(siren)
struct Entreprise {
    /// Numéro interne.
    @key @plain var id: Int
    /// Numéro SIREN.
    @quasi var siren: String
    /// Raison sociale.
    @personal var denomination: String
    /// Nom d'usage.
    @plain var nom: String
    /// Code NAF.
    @plain @column("code_NAF") var naf: String?
    /// Nombre de salariés.
    @plain var effectif: Int?
    /// Chiffre d'affaires.
    @plain var chiffre: Decimal?
    /// Part des femmes.
    @plain var part: Double
    /// Cotée en bourse.
    @plain var cotee: Bool?
    /// Date de création.
    @plain var creee_le: Date
    /// Date de clôture.
    @plain var cloture: Date?
    /// Dernière modification.
    @plain var modifiee_le: Timestamp
    /// Pays du siège.
    @plain var code_pays: String?
    /// Réponses au questionnaire.
    @plain var reponses: JSON?
    /// Société mère.
    @plain @column("mere_id") var mere: Entreprise?

    @inverse(of: Entreprise.mere) var filiales: [Entreprise]
    @inverse(of: Habilitation.entreprise) var habilitations: [Habilitation]
    @inverse(of: Rapport.entreprise) var rapports: [Rapport]
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    /// Numéro.
    @key @plain var id: Int
    /// Compte rattaché.
    @column("user_id") var user: Utilisateur
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Rôle.
    @plain var role: String
    /// Fonctions, en texte libre.
    @personal var fonctions: String?
    /// Rattachement.
    @plain var created_at: Timestamp
}

/// Rapport annuel d'une entreprise.
@source("rapports_rapport")
@unique(entreprise, annee)
struct Rapport {
    /// Numéro.
    @key @plain var id: Int
    /// Année.
    @plain var annee: Int
    /// Statut.
    @plain var statut: String?
    /// Note.
    @plain var note: Decimal?
    /// Publié.
    @plain var publie: Bool
    /// Dépôt.
    @plain var depose_le: Timestamp?
    /// Entreprise concernée.
    @plain @column("entreprise_id") var entreprise: Entreprise
    /// Auteur, s'il a encore un compte.
    @column("auteur_id") var auteur: Utilisateur?

    @inverse(of: Document.rapport) var documents: [Document]
}

/// Document joint à un rapport.
@source("rapports_document")
@unique(rapport, code)
struct Document {
    /// Numéro.
    @key @plain var id: Int
    /// Code, un par rapport.
    @plain var code: String
    /// Nombre de pages.
    @plain var pages: Int
    /// Nature.
    @plain var nature: String?
    /// Analyse, en JSON.
    @plain var analyse: JSON?
    /// Rapport concerné.
    @plain @column("rapport_id") var rapport: Rapport
}

/// Pays.
@reference("pays.csv")
struct Pays {
    /// Code.
    @key @plain var code: String
    /// Nom.
    @plain var nom: String
    /// Membre de l'Union européenne.
    @plain var ue: Bool
    /// Population, en millions.
    @plain var population: Int?
}
