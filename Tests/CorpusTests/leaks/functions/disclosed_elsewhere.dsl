// Une fonction déclassifie un de ses paramètres, pas l'autre.
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
    @personal var nom: String?
    @plain var langue: String
}

/// Mention d'un compte.
func mention(_ langue: String, _ nom: String?) -> String? {
    disclosed(langue, because: "La langue est publique.") == "fr" ? nom : nil
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Mention.
    let mention = mention(user.langue, user.nom)  // leak: membres.mention
}
