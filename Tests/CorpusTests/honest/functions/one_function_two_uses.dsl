// La même fonction sert à une donnée anodine exposée et à une personnelle qui ne l’est pas.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
    @plain var role: String
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
}

/// Trois premières lettres.
func court(_ texte: String) -> String { texte.prefix(3) }

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    private let brut = court(user.email)
    /// Numéro.
    @key let impact_id = id
    /// Début.
    let debut = court(role)
}
