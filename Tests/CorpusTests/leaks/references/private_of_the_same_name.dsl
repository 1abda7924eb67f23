// La condition du modèle visé lit une colonne privée qui porte ici le même nom, et que rien ne rend sensible.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte.
@source("compte")
struct Compte {
    @key @plain var id: Int
    /// Langue.
    @plain var langue: String
    @quasi var metier: String
}

/// Comptes d'un métier.
@model(from: Compte.self, where: critere, clearance: .pseudonymous)
struct comptes {
    private let critere = metier == "auditeur"

    /// Numéro.
    @key let compte = id
}

/// Langues.
@model(from: Compte.self)
struct langues {
    private let critere = langue == "fr"

    /// Numéro.
    @key let numero = id
    /// Français.
    let francais = critere
    /// Compte exposé.
    let compte = comptes[self]  // leak: langues.compte
}
