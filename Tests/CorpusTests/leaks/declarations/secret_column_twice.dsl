// Le mot de passe, redéclaré comme anodin sous un autre nom.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @secret var password: String
    @plain var langue: String
    @plain @column("password") var indice: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Indice.
    let indice = indice  // leak: comptes.indice
}
