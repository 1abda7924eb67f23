// Le filtre est déclassifié, pas la somme.
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
    @quasi var score: Int
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var is_staff: Bool
    @plain var langue: String
    @inverse(of: Habilitation.user) var habilitations: [Habilitation]
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Total.
    let total = habilitations.filter(disclosed(user.is_staff, because: "L’annuaire est public.")).sum(score)  // leak: entreprises.total
}
