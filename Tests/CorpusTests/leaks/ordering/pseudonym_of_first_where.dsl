// Le jeton de la ligne qu’une condition personnelle a choisie : présent si elle est vraie.
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
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @personal var salaire: Int
    @inverse(of: Habilitation.user) var habilitations: [Habilitation]
}

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, clearance: .pseudonymous)
struct entreprises_suivies {
    /// Numéro.
    @key let impact_id = id
    /// Jeton du cadre.
    let cadre = pseudonym(habilitations.first(where: user.salaire > 80000, by: id)?.user.id)  // leak: entreprises_suivies.cadre
}
