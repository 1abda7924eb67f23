/// Compte.
@source("public.users_user")
struct Compte { // error: [duplicate-table]
    /// Clé.
    @key @plain var id: Int
    /// Mail.
    @plain var email: String
}

/// Comptes.
@model(from: Compte.self)
struct comptes {
    @key let id
    let email
}
