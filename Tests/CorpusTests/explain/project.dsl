let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'une personne.
@source("users_user")
struct Compte {
    /// Numéro.
    @key @personal var id: Int
    /// Adresse.
    @personal var email: String
    @quasi @column("is_Staff") var equipe: Bool
    /// Inscription.
    @quasi var cree_le: Timestamp
    @proposed(.quasi) var langue: String?

    @inverse(of: Depot.compte) var depots: [Depot]
}

/// Dépôt d'un document.
@source("depot")
struct Depot {
    @key @plain var id: Int
    /// Année.
    @plain var annee: Int
    @column("compte_id") var compte: Compte
}

/// Un compte, sous un pseudonyme.
@model(from: Compte.self, where: !equipe, clearance: .pseudonymous)
struct compte {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Mois de l'inscription.
    let cree_le = cree_le.truncated(to: .month)
    /// Domaine de l'adresse.
    let domaine = switch email.domain(among: ["beta.gouv.fr"], otherwise: "autre") {
        case "beta.gouv.fr": "état"
        default: "autre"
    }
}

/// Un dépôt.
@model(from: Depot.self, clearance: .pseudonymous)
struct depot {
    /// Numéro.
    @key let id
    /// Année.
    let annee
    /// Qui l'a déposé.
    let jeton = compte[compte]
}

/// Mois d'inscription.
@model(from: Compte.self, kAnonymous: 5)
struct mois {
    /// Mois.
    let cree_le = cree_le.truncated(to: .month)
}

/// Inscriptions.
@metric(from: compte.self, clearance: .pseudonymous)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = cree_le
    /// Comptes.
    let comptes = count
    /// Dépôts depuis 2020.
    let depots = sum(depot.count(where: annee >= 2020))
    /// De l'État.
    let part_etat = ratio(count(where: domaine == "état"), over: count)
}
