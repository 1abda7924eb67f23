// Observed: compiles. Expected: error[duplicate-table]: `public.users_user` is `users_user` of world.dsl.
/// Compte.
@source("public.users_user")
struct Compte {
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
