// La fonction déclassifie ce qu’on lui donne, et on lui donne un secret.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @secret var password: String
    @plain var langue: String
}

/// Longueur publique.
func longueur(_ x: String) -> Int { disclosed(x.count, because: "Une longueur ne dit rien.") }

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Longueur.
    let longueur = longueur(password)  // leak: comptes.longueur
}
