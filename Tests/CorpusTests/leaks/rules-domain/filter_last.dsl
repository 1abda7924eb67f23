// Le domaine, de la dernière ligne qu’un filtre personnel garde.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @plain var ville: String?
    @inverse(of: Habilitation.entreprise) var habilitations: [Habilitation]
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
    @plain @column("entreprise_id") var entreprise: Entreprise
    @plain var role: String
    @personal var fonctions: String?
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
    @inverse(of: Habilitation.user) var habilitations: [Habilitation]
}

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, clearance: .pseudonymous)
struct entreprises_suivies {
    /// Numéro.
    @key let impact_id = id
    /// Organisme du PDG.
    let organisme = habilitations.filter(fonctions == "PDG").last(by: id)?.user.email.domain(among: ["gouv.fr"], otherwise: "autre")  // leak: entreprises_suivies.organisme
}
