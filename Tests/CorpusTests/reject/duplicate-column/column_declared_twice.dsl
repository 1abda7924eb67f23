/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @personal var email: String
    /// Mail.
    @plain @column("email") var mail: String // error: [duplicate-column]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
    let mail
}
