// Deux modèles des mêmes lignes : leur différence est une case qu’aucun seuil ne compte.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var is_staff: Bool
    @quasi var vu_le: Timestamp?
    @quasi var age: Int
    @plain var langue: String
    @inverse(of: Acces.compte) var acces: [Acces]
}

/// Accès d'un compte.
@source("acces")
struct Acces {
    @key @plain var id: Int
    @quasi @column("compte_id") var compte: Compte
    @plain var nature: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Agent.
    let agent = is_staff
    /// Âge.
    let age
    /// Mois de la dernière visite.
    let vu_en = vu_le.truncated(to: .month)
    /// Langue.
    let langue
}

/// Les comptes sauf une langue, sous pseudonyme.
@model(from: Compte.self, where: langue != "br", clearance: .pseudonymous)
struct comptes_sans {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Âge.
    let age
}

/// Les accès.
@model(from: Acces.self, clearance: .pseudonymous)
struct acces_exposes {
    /// Jeton.
    @key let acces = pseudonym(id)
    /// Compte.
    let compte_id = comptes[compte]
    /// Nature.
    let nature
}

/// Tous.
@metric(from: comptes.self, unit: compte, atLeast: 5)
struct tous {
    /// Âge.
    @by let age
    /// Comptes.
    let n = count
}

/// Sauf quelques-uns.
@metric(from: comptes_sans.self, unit: compte, atLeast: 5)
struct sauf {
    /// Âge.
    @by let age
    /// Comptes.
    let n = count // leak: sauf.n
}
