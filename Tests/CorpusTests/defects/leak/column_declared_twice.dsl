// Observed: compiles, and publishes adresse.email. Expected: error: one column of the table is declared twice.
/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @personal var email: String
    /// Mail.
    @plain @column("email") var mail: String
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
    let mail
}
