let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Patient.
@source("patients")
struct Patient {
    /// Numéro.
    @key @plain var id: Int
    /// Maladie.
    @personal var maladie_id: Int
    @column("maladie_id") var maladie: Maladie
}

/// Maladie.
@source("maladies")
struct Maladie {
    /// Numéro.
    @key @plain var id: Int
    /// Nom.
    @plain var nom: String
}

/// The column is personal under its own name, and the link gives it under another.
@model(from: Patient.self)
struct patient {
    /// Numéro.
    @key let id = id
    /// Maladie.
    let maladie = maladie.nom
}
