let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Compte.
@source("comptes")
struct Compte {
    /// Numéro.
    @key @personal var id: Int
}

/// Profil : une ligne par compte, de même numéro.
@source("profils")
struct Profil {
    /// Numéro.
    @key @plain var id: Int
}

/// Connexion.
@source("connexions")
struct Connexion {
    /// Numéro.
    @key @plain var id: Int
    @column("compte_id") var compte: Compte
    @column("compte_id") var profil: Profil
}

/// One stored number under two keys, one of which is said to be harmless.
@model(from: Connexion.self)
struct connexion {
    /// Numéro.
    @key let id = id
    /// Compte.
    let compte = profil.id
}
