/// Deux colonnes calculées.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    var a: Int { b + 1 } // error: [cycle]
    var b: Int { a + 1 } // error: [cycle]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
