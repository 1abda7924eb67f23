/// La même table, moins sensible.
@source("users_user")
struct Compte { // error: [duplicate-table]
    /// Clé.
    @key @plain var id: Int
    @plain var email: String
}

/// Comptes.
@model(from: Compte.self)
struct comptes {
    @key let id
}
